using Gatepost.Mta.Postfix.Matching;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>The check_…_access restrictions whose keys come from the attempt itself.</summary>
internal static class AccessTables
{
    public static IEnumerable<KeyValuePair<string, Action<Restriction>>> All =>
    [
        new("check_client_access", static r => CheckClient(r, AttemptText.ClientName, "{client}", ReplyClass.Client, forbidsPermit: false)),
        new("check_reverse_client_hostname_access", static r => CheckClient(r, AttemptText.ReverseName, "{reverse-name}", ReplyClass.ReverseClient, forbidsPermit: true)),
        new("check_helo_access", static r =>
        {
            if (r.Scope.Context.KnowsHelo) Check(r, AttemptText.Helo, asksParents: true, "{helo}", ReplyClass.Helo);
            else r.TableArgument();
        }),
        new("check_sender_access", static r => CheckMail(r, isSender: true)),
        new("check_recipient_access", static r => CheckMail(r, isSender: false)),
    ];

    /// <summary>Looks a text up in a table; with its parent domains where it is a host name.</summary>
    public static void Check(Restriction restriction, AttemptText text, bool asksParents, string place, string replyClass)
    {
        if (restriction.TableArgument() is not { } argument) return;
        var table = Open(restriction, argument);
        var maker = new ActionMaker(restriction, place, replyClass);
        if (table.Outside is { } outside)
        {
            AskOutside(restriction, outside, text.Name, maker, text.Of, skip: new Absent(text));
            return;
        }

        var actions = TableActions.Of(table, maker);
        restriction.Add(new NameTable(text, table, restriction.Parts.AsksDotParents, asksParents, actions.Answers, actions.Answer), maker.Broken, actions.Cases);
    }

    /// <summary>Asks a table or service outside; not where a condition says to skip it.</summary>
    public static void AskOutside(Restriction restriction, OpaqueTable outside, string subject, ActionMaker maker, Func<Session, string> value, Condition? skip = null)
    {
        var verdicts = maker.Any();
        var asked = new PostfixOpaque(outside.Source, subject, verdicts.Length, outside.Origin, value) { MayFail = true };
        var rule = restriction.Rule(asked, verdicts) with { OnFault = maker.Broken };
        if (skip is null) restriction.Add(asked, maker.Broken, verdicts);
        else restriction.Add(Always.Instance, restriction.Enter(restriction.Rule(skip, Verdict.Leave.Instance), rule));
    }

    public static PostfixTable Open(Restriction restriction, string argument)
    {
        var table = restriction.Parts.Tables.Open(Bare(argument), restriction.Origin);
        if (table.Fault is { IsFatal: true } && table.Name.StartsWith("proxy:", StringComparison.Ordinal)) restriction.Compiler.Fatal.Add(table);
        return table;
    }

    // { type:table, search_order = … } has the table first.
    private static string Bare(string argument) => argument.StartsWith('{') ? ListTokens.Split(argument.Trim('{', '}', ' ')).FirstOrDefault("") : argument;

    // The name and its parents, then the address: the first key that is found ends it, whatever its result.
    private static void CheckClient(Restriction restriction, AttemptText name, string place, string replyClass, bool forbidsPermit)
    {
        if (restriction.TableArgument() is not { } argument) return;
        var table = Open(restriction, argument);
        var maker = new ActionMaker(restriction, place, replyClass) { ForbidsPermit = forbidsPermit };
        if (table.Outside is { } outside)
        {
            AskOutside(restriction, outside, name == AttemptText.ClientName ? "client" : "client-reverse-name", maker, s => $"{name.Of(s)}[{s.Client}]");
            return;
        }

        var actions = TableActions.Of(table, maker);
        Condition byName = new NameTable(name, table, restriction.Parts.AsksDotParents, asksParents: true, actions.Answers, actions.Answer);
        var byAddress = ClientAccess.Of(table, actions.Answers, actions.Answer, restriction.Origin);
        var goesOn = actions.Cases.Any(static v => v is Verdict.Next or Verdict.Enter or Verdict.DeferIfPermit or Verdict.DeferIfReject);
        var found = new NameTable(name, table, restriction.Parts.AsksDotParents, asksParents: true, 1, static _ => 1);
        restriction.Add(Always.Instance, restriction.Enter(
        [
            restriction.Rule(byName, actions.Cases) with { OnFault = maker.Broken },
            .. goesOn ? [restriction.Rule(found, Verdict.Leave.Instance)] : Array.Empty<Rule>(),
            restriction.Rule(byAddress, actions.Cases) with { OnFault = maker.Broken },
        ]));
    }

    private static void CheckMail(Restriction restriction, bool isSender)
    {
        if (restriction.TableArgument() is not { } argument) return;
        if (isSender ? !restriction.Scope.Context.KnowsSender : !restriction.Scope.Context.KnowsRecipient) return;
        restriction.AskClasses(isSender);
        var table = Open(restriction, argument);
        var maker = new ActionMaker(restriction, isSender ? "{sender}" : "{recipient}", isSender ? ReplyClass.Sender : ReplyClass.Recipient)
        {
            DoubtsRouted = !isSender && !restriction.Parts.Server.IsYes("allow_untrusted_routing"),
        };
        if (table.Outside is { } outside)
        {
            AskOutside(restriction, outside, isSender ? "sender" : "recipient", maker, s => isSender ? s.Sender.Address : s.Recipient.Address);
            return;
        }

        var actions = TableActions.Of(table, maker);
        var nullKey = isSender ? restriction.Parts.Server.Get("smtpd_null_access_lookup_key").Value : null;
        restriction.Add(new MailMaps(table.Name, isSender, [table], restriction.Parts.Keys, MailSearch.Access, restriction.Parts.Classes.Rules, actions.Answers, actions.Answer) { NullKey = nullKey },
            maker.Broken, actions.Cases);
    }
}
