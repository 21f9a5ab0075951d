using System.Collections.Immutable;
using Gatepost.Mta.Sendmail.Settings;
using Gatepost.Mta.Sendmail.Tables;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>Ruleset check_relay: may this client speak to the server at all?</summary>
internal static class CheckRelay
{
    /// <summary>Its list.</summary>
    /// <param name="parts">The configuration.</param>
    /// <param name="place">Whose address a refusal names: none when the client connects, the recipient with delay_checks.</param>
    public static RuleList List(PolicyParts parts, string? place)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        if (parts.Access is { } access) AddAccess(parts, access, place, rules);
        foreach (var list in parts.Settings.Lists.Where(static l => l.Name != "rhsbl")) rules.Add(Dnsbl(list, place));
        if (parts.Settings.Has("require_rdns")) AddNames(parts, place, rules);
        return new RuleList("check_relay", rules.ToImmutable(), Origin.Default);
    }

    private static void AddAccess(PolicyParts parts, AccessTable access, string? place, ImmutableArray<Rule>.Builder rules)
    {
        var verdicts = AccessVerdicts.For(access, Verdict.Permit.Instance, place, parts.Reject(place), Discard(place), Verdict.Permit.Instance);
        var byPtr = parts.Settings.Has("use_client_ptr");
        var name = new SendmailLeaf("access Connect: of the client's name", Dimension.Name, access.Map.Values,
            s => (byPtr && s.Attempt.Name.Status == NameStatus.Forged ? s.Attempt.Name.Name : PolicyParts.VerifiedName(s)) is { } n ? Found.Value(access.FindDomain("connect", n, withPlain: true)) : Answer.No,
            m => Marks.Access(m, access, "connect", withPlain: true));
        rules.Add(new Rule("access Connect:", name, verdicts, parts.AccessOrigin));
        var literals = parts.AccessNetworks("connect", ClientText.Literal, static e => e.Number).ToImmutableArray();
        if (!literals.IsEmpty)
        {
            Condition nameless = new Not(PolicyParts.NameIs(NameStatus.Verified));
            if (byPtr) nameless = new AllOf([nameless, new Not(PolicyParts.NameIs(NameStatus.Forged))]);
            var list = new RuleList("[client]", [new Rule("access Connect:[…]", new ClientIn("access Connect:[…]", literals), verdicts, parts.AccessOrigin)], parts.AccessOrigin);
            rules.Add(Rule.Of("client without a verified name", nameless, new Verdict.Enter(list), parts.AccessOrigin));
        }

        var addresses = parts.AccessNetworks("connect", ClientText.Network, static e => e.Number).ToImmutableArray();
        if (!addresses.IsEmpty) rules.Add(new Rule("access Connect:", new ClientIn("access Connect:", addresses), verdicts, parts.AccessOrigin));
    }

    private static Rule Dnsbl(SendmailFeature list, string? place)
    {
        var server = list.Argument(0);
        var own = list.Argument(1);
        Verdict listed = own switch
        {
            "discard" => Discard(place),
            "quarantine" => Verdict.Permit.Instance,
            "" => new Verdict.Refuse(ErrorReply.Of("5.7.1", $"\"550 Rejected: {{address}} listed at {server}\"", place)),
            // A message with macros in it is not known word for word.
            _ when own.Contains('$', StringComparison.Ordinal) => new Verdict.Refuse(ErrorReply.Of("5.7.1", own, place) with { Text = null }),
            _ => new Verdict.Refuse(ErrorReply.Of("5.7.1", own, place)),
        };
        var asked = new ClientList($"{list.Name} {server}", list.Origin) { MayFail = list.Argument(2).Length > 0 };
        return Rule.Of(list.Name, new AllOf([new Not(PolicyParts.IsIPv6), asked]), listed, list.Origin) with
        {
            OnFault = asked.MayFail ? new Verdict.Refuse(new ReplyText(451, Smtp.EnhancedStatus.Create(4, 4, 3), null)) : null,
        };
    }

    // A session that is thrown away when it begins goes on as if nothing were; with delay_checks it is this recipient alone.
    private static Verdict Discard(string? place) => place is null ? Verdict.Permit.Instance : new Verdict.Accept(Discards: true);

    /// <summary>The client's session is thrown away from its beginning.</summary>
    public static Condition IsDiscarded(PolicyParts parts, AccessTable access)
    {
        SendmailLeaf Name(string text, Func<MapValue, bool> counts) => new(text, Dimension.Name, 1,
            s => Answer.Of(PolicyParts.VerifiedName(s) is { } n && access.FindDomain("connect", n, withPlain: true) is { } found && counts(found)), m => Marks.Access(m, access, "connect", withPlain: true));
        static int IfDiscard(MapValue entry) => entry.Word == "DISCARD" ? 1 : 0;
        var literals = new ClientIn("access Connect:[…] DISCARD", [.. parts.AccessNetworks("connect", ClientText.Literal, IfDiscard)]);
        var addresses = new ClientIn("access Connect: DISCARD", [.. parts.AccessNetworks("connect", ClientText.Network, IfDiscard)]);
        var nameless = new AllOf([new Not(PolicyParts.NameIs(NameStatus.Verified)), literals]);
        return new FirstOf([new(Name("client's name: DISCARD", static e => e.Word == "DISCARD"), 1), new(Name("client's name in access", static _ => true), 0), new(nameless, 1), new(addresses, 1)], 1);
    }

    private static void AddNames(PolicyParts parts, string? place, ImmutableArray<Rule>.Builder rules)
    {
        var origin = parts.Settings.FeatureOrigin("require_rdns");
        rules.Add(Rule.Of("require_rdns", parts.ClientIsRelayed, Verdict.Leave.Instance, origin));
        foreach (var (status, code, text) in (ReadOnlySpan<(NameStatus, string, string)>)
            [(NameStatus.Missing, "5.7.1", "550 Fix reverse DNS for "), (NameStatus.Temporary, "4.1.8", "451 Client IP address "), (NameStatus.Forged, "4.1.8", "451 Possibly forged hostname for ")])
        {
            var tail = status == NameStatus.Temporary ? " does not resolve" : "";
            var reply = ErrorReply.Of(code, text + "client" + tail, place);
            var known = reply with { Text = reply.Text?.Replace("client" + tail, "{address}" + tail, StringComparison.Ordinal) };
            rules.Add(Rule.Of("require_rdns", new AllOf([PolicyParts.NameIs(status), PolicyParts.IsIPv6]), new Verdict.Refuse(known with { Text = null }), origin));
            rules.Add(Rule.Of("require_rdns", PolicyParts.NameIs(status), new Verdict.Refuse(known), origin));
        }
    }
}
