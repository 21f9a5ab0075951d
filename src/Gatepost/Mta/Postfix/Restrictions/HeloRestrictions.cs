using System.Buffers;
using Gatepost.Mta.Postfix.Addresses;
using Gatepost.Mta.Postfix.Matching;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>Restrictions by the argument of HELO. None of them applies to a client that says none.</summary>
internal static class HeloRestrictions
{
    private static readonly SearchValues<char> Naked = SearchValues.Create("0123456789.:");

    public static IEnumerable<KeyValuePair<string, Action<Restriction>>> All =>
    [
        new("reject_invalid_helo_hostname", RejectInvalid),
        new("reject_invalid_hostname", RejectInvalid),
        new("reject_non_fqdn_helo_hostname", RejectNonFqdn),
        new("reject_non_fqdn_hostname", RejectNonFqdn),
        new("reject_unknown_helo_hostname", RejectUnknown),
        new("reject_unknown_hostname", RejectUnknown),
        new("permit_naked_ip_address", PermitNaked),
    ];

    private static Verdict BadAddress(Restriction restriction) =>
        restriction.Refuse(restriction.Parts.Replies.Code("invalid_hostname_reject_code", 501), "5.5.2", "<{helo}>: Helo command rejected: invalid ip address");

    // 1 a bad name, 2 a bad literal.
    private static void RejectInvalid(Restriction restriction) => ByForm(restriction, "name",
        static name => !HostSyntax.IsHostName(name) && !HostSyntax.IsAddress(name),
        restriction.Refuse(restriction.Parts.Replies.Code("invalid_hostname_reject_code", 501), "5.5.2", "<{helo}>: Helo command rejected: Invalid name"));

    private static void RejectNonFqdn(Restriction restriction) => ByForm(restriction, "fqdn",
        static name => !HostSyntax.IsHostName(name) || !name.Contains('.'),
        restriction.Refuse(restriction.Parts.Replies.Code("non_fqdn_reject_code", 504), "5.5.2", "<{helo}>: Helo command rejected: need fully-qualified hostname"));

    private static void ByForm(Restriction restriction, string source, Func<ReadOnlySpan<char>, bool> isBad, Verdict refuse)
    {
        if (!restriction.Scope.Context.KnowsHelo) return;
        restriction.Add(new Computed($"form of {source}", "helo", 2, restriction.Origin, session =>
        {
            var helo = AttemptText.Helo.Of(session).AsSpan();
            if (session.Attempt.Helo is null) return Answer.No;
            if (helo.StartsWith("[")) return new Answer(IsGoodLiteral(helo) ? 0 : 2);
            return Answer.Of(isBad(WithoutFinalDot(helo)));
        }), refuse, BadAddress(restriction));
    }

    private static bool IsGoodLiteral(ReadOnlySpan<char> helo) =>
        HostSyntax.TryMailAddress(helo.Length > 2 && helo[^1] == ']' ? helo[1..^1] : helo, out _);

    internal static ReadOnlySpan<char> WithoutFinalDot(ReadOnlySpan<char> name) =>
        name.Length > 1 && name[^1] == '.' && name[^2] != '.' ? name[..^1] : name;

    private static void RejectUnknown(Restriction restriction)
    {
        if (!restriction.Scope.Context.KnowsHelo) return;
        const string Text = "<{helo}>: Helo command rejected: Host not found";
        var literal = new Computed("form of literal", "helo", 2, restriction.Origin, static session =>
            !(session.Attempt.Helo ?? "").StartsWith('[') ? Answer.No : new Answer(IsGoodLiteral(AttemptText.Helo.Of(session)) ? 1 : 2));
        var asked = new PostfixOpaque("dns (MX, A, AAAA)", "helo", 2, restriction.Origin, AttemptText.Helo.Of);
        restriction.Add(Always.Instance, restriction.Enter(
            restriction.Rule(new Absent(AttemptText.Helo), Verdict.Leave.Instance),
            restriction.Rule(literal, Verdict.Leave.Instance, BadAddress(restriction)),
            restriction.Rule(literal, Verdict.Leave.Instance, Verdict.Leave.Instance),
            restriction.Rule(asked,
                restriction.Refuse(restriction.Parts.Replies.Code("unknown_hostname_reject_code", 450), "4.7.1", Text),
                restriction.OnTemporary("unknown_helo_hostname_tempfail_action", 450, "4.7.1", Text))));
    }

    private static void PermitNaked(Restriction restriction)
    {
        if (restriction.Parts.Server.Version >= 309)
        {
            restriction.Mistake(ConfigProblemKind.Outdated, "permit_naked_ip_address is gone since Postfix 3.9; whoever reaches it gets 451 4.3.5", "take it out; write permit_mynetworks or permit_sasl_authenticated");
            return;
        }

        restriction.Parts.Report.Problem(restriction.Origin, ConfigProblemKind.Risky, "permit_naked_ip_address permits whoever gives an address at HELO, which anybody can", "take it out");
        if (!restriction.Scope.Context.KnowsHelo) return;
        restriction.Add(new Computed("form of naked address", "helo", 2, restriction.Origin, static session =>
        {
            var helo = AttemptText.Helo.Of(session).AsSpan();
            if (session.Attempt.Helo is null || helo.IndexOfAnyExcept(Naked) >= 0) return Answer.No;
            return new Answer(HostSyntax.TryMailAddress(helo, out _) ? 1 : 2);
        }), restriction.Scope.Permit, BadAddress(restriction));
    }
}
