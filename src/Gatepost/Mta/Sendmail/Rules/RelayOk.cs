using System.Collections.Immutable;
using System.Net;
using Gatepost.Mta.Sendmail.Tables;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>Ruleset Relay_ok: may this client send to anyone?</summary>
internal static class RelayOk
{
    /// <summary>The refusal at its end.</summary>
    public static Verdict Denied(PolicyParts parts)
    {
        var isAuthUsed = parts.Settings.Class("TrustAuthMech").Members.Count > 0;
        var text = parts.Settings.Option("RelayMessage")?.Value ?? (isAuthUsed ? "\"550 Relaying denied. Proper authentication required.\"" : "\"550 Relaying denied\"");
        return new Verdict.Refuse(ErrorReply.Of("5.7.1", text, "recipient"));
    }

    /// <summary>Its rules, with what follows where none holds.</summary>
    public static RuleList List(PolicyParts parts, Verdict otherwise)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        AddAddress(parts, rules);
        AddSender(parts, rules);
        rules.AddRange(Named(NameStatus.Temporary, "450 4.4.0 <{recipient}>... Relaying temporarily denied. Cannot resolve PTR record for {address}"));
        rules.AddRange(Named(NameStatus.Forged, "550 5.7.1 <{recipient}>... Relaying denied. IP name possibly forged [{address}]"));
        rules.AddRange(Named(NameStatus.Missing, "550 5.7.1 <{recipient}>... Relaying denied. IP name lookup failed [{address}]"));
        AddName(parts, rules);
        if (parts.Settings.Has("block_bad_helo") && !parts.IsDelayed) rules.AddRange(BadHelo.Rules(parts));
        rules.Add(Rule.Of("Relaying denied", Always.Instance, otherwise, Origin.Default));
        return new RuleList("Relay_ok", rules.ToImmutable(), Origin.Default);
    }

    /// <summary>A domain is another or lies below it.</summary>
    public static Answer EndsIn(ReadOnlySpan<char> domain, string end) => Answer.Of(domain.EndsWith(end, StringComparison.OrdinalIgnoreCase)
        && (domain.Length == end.Length || Tokens.IsOperator(domain[^(end.Length + 1)])));

    private static ImmutableArray<Rule> Named(NameStatus status, string reply) =>
        PolicyParts.RefuseNamingClient("client_resolve", PolicyParts.NameIs(status), reply, Origin.Default);

    private static void AddAddress(PolicyParts parts, ImmutableArray<Rule>.Builder rules)
    {
        var loopback = new ClientIn("loopback", [Own("127.0.0.1/32"), Own("::1/128")]);
        rules.Add(Rule.Of("originated locally", loopback, Verdict.Permit.Instance, Origin.Default));
        if (!parts.ClientIsRelayed.Entries.IsEmpty) rules.Add(Rule.Of("client in $=R", parts.ClientIsRelayed, Verdict.Permit.Instance, Origin.Default));
        var named = parts.AccessNetworks("connect", ClientText.Network, static e => e.IsRelay ? 1 : 0).ToImmutableArray();
        if (!named.IsEmpty) rules.Add(Rule.Of("access Connect: RELAY", new ClientIn("access Connect: RELAY", named), Verdict.Permit.Instance, parts.AccessOrigin));
        if (!parts.ClientIsOwn.Entries.IsEmpty) rules.Add(Rule.Of("[client] in $=w", parts.ClientIsOwn, Verdict.Permit.Instance, Origin.Default));
    }

    private static NetworkEntry Own(string network) => new(IPNetwork.Parse(network), 1, network, Origin.Default);

    private static void AddSender(PolicyParts parts, ImmutableArray<Rule>.Builder rules)
    {
        var settings = parts.Settings;
        if (settings.Has("relay_local_from"))
            rules.Add(Rule.Of("relay_local_from", new SendmailLeaf("sender's domain in $=w", Dimension.Sender, 1,
                s => s.Sender.Domain.Length == 0 ? Answer.No : Found.In(parts.Local.Find(s.Sender.Domain)), m => Marks.Domains(m, parts.Local)),
                Verdict.Permit.Instance, settings.FeatureOrigin("relay_local_from")));
        if (!settings.Features.TryGetValue("relay_mail_from", out var feature) || parts.Access is not { } access) return;
        var withDomain = feature.Argument(0) == "domain";
        rules.Add(Rule.Of("relay_mail_from", new SendmailLeaf("access From: RELAY", Dimension.Sender, 1, s => Found.Relay(From(parts, access, s.Sender, withDomain)),
            m => Marks.Access(m, access, "from", withPlain: false)), Verdict.Permit.Instance, feature.Origin));
    }

    private static MapValue? From(PolicyParts parts, AccessTable access, ResolvedAddress sender, bool withDomain)
    {
        if (sender.Domain.Length == 0) return null;
        var found = access.FindFull("from", sender.LocalPart, sender.Domain, withPlain: false);
        if (found is not null || !withDomain) return found;
        return parts.Addresses.RelaysHostsOnly ? access.FindExact("from", sender.Domain, withPlain: false) : access.FindDomain("from", sender.Domain, withPlain: false);
    }

    private static void AddName(PolicyParts parts, ImmutableArray<Rule>.Builder rules)
    {
        var settings = parts.Settings;
        var own = parts.Addresses.OwnDomain;
        if (parts.Addresses.RelaysEntireDomain && own.Length > 0)
            rules.Add(Name("relay_entire_domain", n => EndsIn(n, own), m => m.Domain(own), settings.FeatureOrigin("relay_entire_domain")));
        rules.Add(Rule.Of("client name in $=w", new OwnClientName(parts), Verdict.Permit.Instance, Origin.Default));
        if (!parts.Relayed.IsEmpty)
            rules.Add(Name("client name in $=R", n => Found.In(parts.Addresses.RelaysHostsOnly ? parts.Relayed.Find(n) : parts.Relayed.FindEnd(n)), m => Marks.Domains(m, parts.Relayed), Origin.Default));
        if (parts.Access is { } access)
            rules.Add(Name("access Connect: RELAY", n => Found.Relay(parts.Addresses.RelaysHostsOnly ? access.FindExact("connect", n) : access.FindDomain("connect", n, withPlain: true)),
                m => Marks.Access(m, access, "connect", withPlain: true), parts.AccessOrigin));
    }

    private static Rule Name(string text, Func<string, Answer> ask, Action<Landmarks> mark, Origin origin) => Rule.Of(text,
        new SendmailLeaf(text, Dimension.Name, 1, s => PolicyParts.VerifiedName(s) is { } name ? ask(name) : Answer.No, mark), Verdict.Permit.Instance, origin);
}
