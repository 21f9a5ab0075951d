using Gatepost.Mta.Postfix.Matching;
using Gatepost.Mta.Postfix.Policy;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>Restrictions that ask DNS, a policy service or the address verification.</summary>
internal static class OutsideChecks
{
    private static readonly (string Name, string Place, string ReplyClass, Func<Restriction, AttemptText> Text)[] Servers =
    [
        ("client", "{client}", ReplyClass.Client, static _ => AttemptText.ClientName),
        ("reverse_client_hostname", "{reverse-name}", ReplyClass.ReverseClient, static _ => AttemptText.ReverseName),
        ("helo", "{helo}", ReplyClass.Helo, static _ => AttemptText.Helo),
        ("sender", "{sender}", ReplyClass.Sender, static r => r.Parts.Classes.SenderDomain),
        ("recipient", "{recipient}", ReplyClass.Recipient, static r => r.Parts.Classes.RecipientDomain),
    ];

    private static readonly string[] Types = ["a", "mx", "ns"];

    public static IEnumerable<KeyValuePair<string, Action<Restriction>>> All =>
    [
        new("check_policy_service", PolicyService),
        new("reject_rbl_client", static r => RejectListed(r, "client", null)),
        new("reject_rbl", static r => RejectListed(r, "client", null)),
        new("reject_maps_rbl", static r => Listed(r, "maps_rbl_domains", "client", null)),
        new("reject_rhsbl_client", static r => RejectListed(r, "client-name", AttemptText.ClientName)),
        new("reject_rhsbl_reverse_client", static r => RejectListed(r, "client-reverse-name", AttemptText.ReverseName)),
        new("reject_rhsbl_helo", static r => RejectListed(r, "helo", AttemptText.Helo)),
        new("reject_rhsbl_sender", static r => RejectListed(r, "sender-domain", r.Parts.Classes.SenderDomain)),
        new("reject_rhsbl_recipient", static r => RejectListed(r, "recipient-domain", r.Parts.Classes.RecipientDomain)),
        new("permit_dnswl_client", static r => PermitListed(r, "client", null)),
        new("permit_rhswl_client", static r => PermitListed(r, "client-name", AttemptText.ClientName)),
        new("reject_unverified_sender", static r => Verify(r, isSender: true)),
        new("reject_unverified_recipient", static r => Verify(r, isSender: false)),
        .. Servers.SelectMany(static _ => Types, static (s, type) =>
            new KeyValuePair<string, Action<Restriction>>($"check_{s.Name}_{type}_access", r => CheckServer(r, s.Text(r), type, s.Place, s.ReplyClass))),
    ];

    private static bool IsKnown(Restriction restriction, AttemptText? text) => text?.Dimension switch
    {
        Dimension.Helo => restriction.Scope.Context.KnowsHelo,
        Dimension.Sender => restriction.Scope.Context.KnowsSender,
        Dimension.Recipient => restriction.Scope.Context.KnowsRecipient,
        _ => true,
    };

    private static void PolicyService(Restriction restriction)
    {
        if (restriction.Argument() is not { } service || !service.Contains(':', StringComparison.Ordinal))
        {
            restriction.Mistake(ConfigProblemKind.BadValue, $"{restriction.Text} needs a service after it; whoever reaches it gets 451 4.3.5", "write check_policy_service unix:private/policy");
            return;
        }

        var maker = new ActionMaker(restriction, restriction.Scope.Place, restriction.Scope.ReplyClass);
        AccessTables.AskOutside(restriction, new OpaqueTable($"check_policy_service {service}", restriction.Origin), "session", maker, static s => $"{s.Client} {s.Sender.Address} {s.Recipient.Address}");
    }

    private static void RejectListed(Restriction restriction, string subject, AttemptText? text)
    {
        // Without an argument Postfix only warns.
        if (restriction.Argument() is { } list) Listed(restriction, list, subject, text);
    }

    private static void Listed(Restriction restriction, string list, string subject, AttemptText? text)
    {
        if (!IsKnown(restriction, text)) return;
        Func<Session, string> value = text?.Dimension switch
        {
            null => static s => s.Client.ToString(),
            Dimension.Sender => static s => AttemptText.WrittenDomain(s.Sender),
            Dimension.Recipient => static s => AttemptText.WrittenDomain(s.Recipient),
            _ => text.Of,
        };
        Condition listed = new PostfixOpaque($"dns {list}", subject, 1, restriction.Origin, value) { SparesEmpty = true };
        if (text is not null) listed = new AllOf([new Not(new Absent(text)), listed]);
        restriction.Add(listed, restriction.Refuse(restriction.Parts.Replies.Code("maps_rbl_reject_code", 554), "5.7.1", null));
    }

    private static void PermitListed(Restriction restriction, string subject, AttemptText? text)
    {
        if (restriction.Argument() is not { } list) return;
        var listed = new PostfixOpaque($"dns {list}", $"{subject} (allowed)", 2, restriction.Origin, s => text?.Of(s) ?? s.Client.ToString());
        var rule = restriction.Rule(listed, restriction.Scope.Permit, restriction.DeferIfReject(450, "4.7.1", null));
        // For safety Postfix passes it over where it would let a recipient through that is not the server's own.
        var rules = new List<Rule>();
        if (restriction.Scope.Context.KnowsRecipient)
            rules.Add(restriction.Rule(new Not(RecipientRestrictions.Authorised(restriction)), Verdict.Leave.Instance) with { OnFault = restriction.LookupFailure("{recipient}") });
        if (text is not null) rules.Add(restriction.Rule(new Absent(text), Verdict.Leave.Instance));
        restriction.Add(Always.Instance, restriction.Enter([.. rules, rule]));
    }

    // The hosts or addresses that a name leads to are keys of a table; an OK is a mistake there.
    private static void CheckServer(Restriction restriction, AttemptText text, string type, string place, string replyClass)
    {
        if (restriction.TableArgument() is not { } argument || !IsKnown(restriction, text)) return;
        var table = AccessTables.Open(restriction, argument);
        var maker = new ActionMaker(restriction, place, replyClass) { ForbidsPermit = true };
        var source = $"dns {type.ToUpperInvariant()}, {table.Name}";
        if (table.Outside is not null)
        {
            AccessTables.AskOutside(restriction, new OpaqueTable(source, restriction.Origin), text.Name, maker, text.Of, new Absent(text));
            return;
        }

        var actions = TableActions.Of(table, maker);
        var asked = new PostfixOpaque(source, text.Name, actions.Answers, restriction.Origin, text.Of) { MayFail = table.Fault is not null };
        restriction.Add(Always.Instance, restriction.Enter(restriction.Rule(new Absent(text), Verdict.Leave.Instance), restriction.Rule(asked, actions.Cases) with { OnFault = maker.Broken }));
    }

    private static void Verify(Restriction restriction, bool isSender)
    {
        if (isSender ? !restriction.Scope.Context.KnowsSender : !restriction.Scope.Context.KnowsRecipient) return;
        var who = isSender ? "sender" : "recipient";
        var status = isSender ? "4.1.7" : "4.1.1";
        var asked = new PostfixOpaque("address verification", who, 3, restriction.Origin, s => isSender ? s.Sender.Address : s.Recipient.Address);
        Verdict Of(int code) => (code / 100) switch
        {
            2 => Verdict.Next.Instance,
            4 => restriction.OnTemporary($"unverified_{who}_tempfail_action", code, status, null),
            _ => restriction.Refuse(code, status, null),
        };
        var rule = restriction.Rule(asked,
            Of(restriction.Parts.Replies.Code($"unverified_{who}_reject_code", 450)),
            Of(restriction.Parts.Replies.Code($"unverified_{who}_defer_code", 450)),
            restriction.OnTemporary($"unverified_{who}_tempfail_action", 450, status, $"<{{{who}}}>: {(isSender ? ReplyClass.Sender : ReplyClass.Recipient)} rejected: address verification problem"));
        restriction.Add(Always.Instance, isSender ? restriction.Enter(restriction.Rule(AddressForm.IsNullSender, Verdict.Leave.Instance), rule) : restriction.Enter(rule));
    }
}
