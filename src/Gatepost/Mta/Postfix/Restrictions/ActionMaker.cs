using System.Collections.Immutable;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>Makes verdicts of access-table results, as Postfix's check_table_result does.</summary>
/// <param name="restriction">The check whose table it is.</param>
/// <param name="place">The place in a reply's text for what is refused.</param>
/// <param name="replyClass">What it is called.</param>
internal sealed class ActionMaker(Restriction restriction, string place, string replyClass)
{
    /// <summary>True where an OK would open too much, so that Postfix takes it for a mistake.</summary>
    public bool ForbidsPermit { get; init; }

    /// <summary>True where an OK for a routed recipient does not count.</summary>
    public bool DoubtsRouted { get; init; }

    private string Refused => $"<{place}>: {replyClass} rejected";

    private Verdict Ok => ForbidsPermit ? restriction.ServerError : DoubtsRouted ? WithoutRouted(restriction.Scope.Permit) : restriction.Scope.Permit;

    private int DeferCode => restriction.Parts.Replies.Code("access_map_defer_code", 450);

    private int RejectCode => restriction.Parts.Replies.Code("access_map_reject_code", 554);

    /// <summary>The verdict for an entry.</summary>
    public Verdict Make(TableEntry entry)
    {
        var value = entry.Value;
        var end = value.AsSpan().IndexOfAny(' ', '\t');
        var command = (end < 0 ? value : value[..end]).ToUpperInvariant();
        var text = end < 0 ? "" : value[end..].TrimStart();
        if (command.Contains('$', StringComparison.Ordinal))
        {
            restriction.Parts.Report.Cover(entry.Origin, value, Coverage.NotModelled, "what the action is depends on the text that the pattern matches");
            return restriction.ServerError;
        }

        return command switch
        {
            "DUNNO" or "WARN" or "INFO" or "FILTER" or "HOLD" or "REDIRECT" or "BCC" or "PREPEND" => Verdict.Next.Instance,
            "REJECT" => Refuse(RejectCode, "5.7.1", text, "Access denied"),
            "DEFER" => Refuse(DeferCode, "4.7.1", text, "Access denied"),
            "DEFER_IF_PERMIT" => Split(text, "4.7.1", "Service unavailable") is var (status, said) ? restriction.DeferIfPermit(DeferCode, status, said) : Verdict.Next.Instance,
            "DEFER_IF_REJECT" => Split(text, "4.7.1", "Service unavailable") is var (status, said) ? restriction.DeferIfReject(DeferCode, status, said) : Verdict.Next.Instance,
            "DISCARD" => Discard,
            "HANGUP" => new Verdict.Refuse(null),
            _ when value.Length > 0 && value.All(char.IsAsciiDigit) => Ok,
            [('4' or '5'), >= '0' and <= '9', >= '0' and <= '9'] when text.Length > 0 => Refuse(int.Parse(command, System.Globalization.CultureInfo.InvariantCulture), $"{command[0]}.7.1", text, "Access denied"),
            "OK" or "RELAY" => Ok,
            _ => Nested(entry),
        };
    }

    /// <summary>What a table or service outside may say, apart from nothing: the verdicts for its answers from 1.</summary>
    public ImmutableArray<Verdict> Any()
    {
        var verdicts = ImmutableArray.CreateBuilder<Verdict>();
        verdicts.Add(Ok);
        verdicts.Add(restriction.Refuse(RejectCode, "5.7.1", null));
        verdicts.Add(restriction.Refuse(DeferCode, "4.7.1", null));
        verdicts.Add(restriction.DeferIfPermit(DeferCode, "4.7.1", null));
        verdicts.Add(Discard);
        foreach (var name in restriction.Compiler.Classes.Order(StringComparer.Ordinal)) verdicts.Add(Entered(name));
        return verdicts.ToImmutable();
    }

    /// <summary>The reply where the table is broken.</summary>
    public Verdict Broken => restriction.Refuse(451, "4.3.5", replyClass == ReplyClass.Certificate ? null : $"{Refused}: Server configuration error");

    // Postfix leaves what the cleanup server would do alone where that has no part in it.
    private Verdict Discard => !restriction.Scope.Context.KnowsSender || restriction.Parts.Server.Get("smtpd_proxy_filter").Value.Length > 0
        ? Verdict.Next.Instance
        : new Verdict.Accept(Discards: true);

    private Verdict Refuse(int code, string status, string text, string otherwise)
    {
        var (fitting, said) = Split(text, status, otherwise);
        return restriction.Refuse(code, fitting, said);
    }

    private (string Status, string? Text) Split(string text, string otherwise, string say)
    {
        var (status, said) = Replies.Split(text, otherwise);
        return (Replies.Fit(status, replyClass), said.Contains('$', StringComparison.Ordinal) || IsUnsaid(text, said) ? null : $"{Refused}: {(said.Length > 0 ? said : say)}");
    }

    // A status without words after it: Postfix says what happens to lie behind it in memory. Of a certificate it says the name, which attempts do not carry.
    private bool IsUnsaid(string text, string said) => (said.Length == 0 && text.Length > 0) || replyClass == ReplyClass.Certificate;

    private Verdict Nested(TableEntry entry)
    {
        var key = $"{restriction.Text} {entry.Value}";
        if (entry.Value.Contains(':', StringComparison.Ordinal) || restriction.Scope.Entered.Contains(key))
        {
            restriction.Parts.Report.Problem(entry.Origin, ConfigProblemKind.BadValue, $"{entry.Value}: {(entry.Value.Contains(':', StringComparison.Ordinal) ? "the result of an access table may not name another table" : "the result leads to its own table again")}; whoever meets it gets 451 4.3.5",
                "define a restriction class in smtpd_restriction_classes and write its name");
            return restriction.ServerError;
        }

        return Guarded(scope => new Verdict.Enter(restriction.Compiler.Compile(new Setting(restriction.Text, entry.Value, entry.Origin), scope with { Entered = scope.Entered.Add(key) })));
    }

    private Verdict Entered(string name) => Guarded(scope => restriction.Compiler.EnterClass(name, restriction, scope));

    private Verdict Guarded(Func<Scope, Verdict> make)
    {
        var scope = restriction.Scope with { Place = place, ReplyClass = replyClass };
        if (ForbidsPermit) return make(scope with { Permit = restriction.ServerError });
        var entered = make(scope);
        return DoubtsRouted
            ? restriction.Enter(restriction.Rule(Policy.AddressForm.IsRouted, restriction.Enter(restriction.Rule(Always.Instance, make(scope with { Permit = Verdict.Leave.Instance })))),
                restriction.Rule(Policy.AddressForm.IsRouted, Verdict.Leave.Instance), restriction.Rule(Always.Instance, entered))
            : entered;
    }

    private Verdict WithoutRouted(Verdict permit) =>
        restriction.Enter(restriction.Rule(Policy.AddressForm.IsRouted, Verdict.Leave.Instance), restriction.Rule(Always.Instance, permit));
}
