using System.Collections.Immutable;
using Gatepost.Mta.Sendmail.Addresses;
using Gatepost.Mta.Sendmail.Tables;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>Ruleset Rcpt_ok: may anyone send to this recipient?</summary>
internal static class RcptOk
{
    /// <summary>Its rules; what is left over goes to Relay_ok.</summary>
    public static ImmutableArray<Rule> Rules(PolicyParts parts)
    {
        var settings = parts.Settings;
        var rules = ImmutableArray.CreateBuilder<Rule>();
        if (settings.Has("blocklist_recipients") && parts.Access is { } blocked) rules.Add(Blocklist(parts, blocked));
        if (settings.Has("promiscuous_relay"))
        {
            if (settings.Has("block_bad_helo") && !parts.IsDelayed) rules.AddRange(BadHelo.Rules(parts));
            rules.Add(Rule.Of("promiscuous_relay", Always.Instance, Verdict.Permit.Instance, settings.FeatureOrigin("promiscuous_relay")));
            return rules.ToImmutable();
        }

        AddTrusted(parts, rules);
        AddMarks(parts, rules);
        AddDomains(parts, rules);
        if (settings.Has("relay_based_on_MX")) rules.Add(BestMx(parts));
        rules.Add(Rule.Of("recipient without a domain", Recipient("recipient has no domain", static (_, r) => Answer.Of(r.Domain.Length == 0), static _ => { }, parts), Verdict.Permit.Instance, Origin.Default));
        rules.Add(Rule.Of("Relay_ok", Always.Instance, new Verdict.Enter(RelayOk.List(parts, RelayOk.Denied(parts))), Origin.Default));
        return rules.ToImmutable();
    }

    /// <summary>$=R holds the domain.</summary>
    public static Answer InRelayed(PolicyParts parts, string domain) => domain.Length == 0 ? Answer.No
        : Found.In(parts.Addresses.RelaysHostsOnly ? parts.Relayed.Find(domain) : parts.Relayed.FindEnd(domain));

    /// <summary>The access table relays to the recipient.</summary>
    public static Answer InAccess(PolicyParts parts, ResolvedAddress recipient)
    {
        if (parts.Access is not { } access || recipient.Domain.Length == 0) return Answer.No;
        var full = parts.Settings.Features["access_db"].Says("relaytofulladdress");
        if (parts.Addresses.RelaysHostsOnly)
            return Found.Relay((full ? access.FindExact("to", $"{recipient.LocalPart}@{recipient.Domain}", withPlain: false) : null) ?? access.FindExact("to", recipient.Domain));
        if (!full) return Found.Relay(access.FindDomain("to", recipient.Domain, withPlain: true));
        return Found.Relay(access.FindFull("to", recipient.LocalPart, recipient.Domain, withPlain: true)
            ?? access.FindDomain("to", recipient.Domain, withPlain: true) ?? access.FindUser("to", recipient.LocalPart, withPlain: true));
    }

    private static SendmailLeaf Recipient(string text, Func<PolicyParts, ResolvedAddress, Answer> ask, Action<Landmarks> mark, PolicyParts parts) =>
        new(text, Dimension.Recipient, 1, s => ask(parts, s.Recipient), mark);

    private static Rule Blocklist(PolicyParts parts, AccessTable access)
    {
        var leaf = new SendmailLeaf("access To:", Dimension.Recipient, access.Map.Values, s => Found.Value(Blocked(parts, access, s.Recipient)), m =>
        {
            Marks.Access(m, access, "to", withPlain: true);
            Marks.Domains(m, parts.Local);
        });
        var message = parts.Settings.Option("RecipientRejectMessage")?.Value ?? "\"550 Mailbox disabled for this recipient\"";
        var spamTags = parts.Settings.Features.TryGetValue("delay_checks", out var delay) && delay.Argument(1).Length == 0;
        var verdicts = AccessVerdicts.For(access, Verdict.Next.Instance, "recipient", ErrorReply.Of("5.2.1", message, "recipient"), new Verdict.Accept(Discards: true),
            Accepted(parts), access.Skips ? Verdict.Next.Instance : null);
        if (spamTags)
            foreach (var entry in access.Map.Entries.Where(static e => e.Word is "SPAMFRIEND" or "SPAMHATER")) verdicts = verdicts.SetItem(entry.Number - 1, Verdict.Next.Instance);
        return new Rule("blocklist_recipients", leaf, verdicts, parts.Settings.FeatureOrigin("blocklist_recipients"));
    }

    // QUARANTINE ends check_rcpt as an error that is none: the recipient is taken and the message held.
    private static Verdict Accepted(PolicyParts parts) => parts.IsDelayed ? Verdict.PermitStage.Instance : Verdict.Permit.Instance;

    private static MapValue? Blocked(PolicyParts parts, AccessTable access, ResolvedAddress recipient)
    {
        if (recipient.Domain.Length == 0) return access.FindUser("to", recipient.LocalPart, withPlain: true);
        return access.FindFull("to", recipient.LocalPart, recipient.Domain, withPlain: true)
            ?? (parts.Local.Find(recipient.Domain) is not null ? access.FindUser("to", recipient.LocalPart, withPlain: true) : null)
            ?? access.FindDomain("to", recipient.Domain, withPlain: true);
    }

    private static void AddTrusted(PolicyParts parts, ImmutableArray<Rule>.Builder rules)
    {
        Verdict trusted = Accepted(parts);
        if (parts.Access is { } access && access.Map.Entries.FirstOrDefault(static e => e.Key.StartsWith("CERT", StringComparison.OrdinalIgnoreCase)) is { } first)
            rules.Add(Rule.Of("RelayTLS", new AllOf([new HasTls(), new Opaque("access CERTISSUER and CERTSUBJECT", "client certificate", 1, first.Origin)]), trusted, first.Origin));
        var mechanisms = parts.Settings.Class("TrustAuthMech").Members;
        if (mechanisms.Count > 0)
            rules.Add(Rule.Of("TRUST_AUTH_MECH", new HasLogin([.. mechanisms.Keys.Select(static m => m.ToUpperInvariant())]), trusted, mechanisms.Values.First()));
    }

    // nouucp and nopercenthack with reject: such recipients are never taken from strangers.
    private static void AddMarks(PolicyParts parts, ImmutableArray<Rule>.Builder rules)
    {
        foreach (var (feature, mark) in (ReadOnlySpan<(string, char)>)[("nouucp", '!'), ("nopercenthack", '%')])
        {
            if (!parts.Settings.Features.TryGetValue(feature, out var found) || !found.Argument(0).StartsWith('r')) continue;
            rules.Add(Rule.Of($"{feature} reject", Recipient($"recipient has a {mark}", (_, r) => Answer.Of(r.LocalPart.Contains(mark, StringComparison.Ordinal)), static _ => { }, parts),
                new Verdict.Enter(RelayOk.List(parts, RelayOk.Denied(parts))), found.Origin));
        }
    }

    private static void AddDomains(PolicyParts parts, ImmutableArray<Rule>.Builder rules)
    {
        var settings = parts.Settings;
        var own = parts.Addresses.OwnDomain;
        if (parts.Addresses.RelaysEntireDomain && own.Length > 0)
            rules.Add(Rule.Of("relay_entire_domain", Recipient($"recipient's domain ends in {own}", (_, r) => RelayOk.EndsIn(r.Domain, own), m => m.Domain(own), parts),
                Verdict.Permit.Instance, settings.FeatureOrigin("relay_entire_domain")));
        rules.Add(Rule.Of("$=w", Recipient("recipient's domain in $=w", static (p, r) => Found.In(p.Local.Find(r.Domain)), m => Marks.Domains(m, parts.Local), parts),
            Verdict.Permit.Instance, settings.FeatureOrigin("use_cw_file")));
        rules.Add(Rule.Of("$=R", Recipient("recipient's domain in $=R", static (p, r) => InRelayed(p, r.Domain), m => Marks.Domains(m, parts.Relayed), parts),
            Verdict.Permit.Instance, Origin.Default));
        if (parts.Access is { } access)
            rules.Add(Rule.Of("access To: RELAY", Recipient("access To: RELAY", InAccess, m => Marks.Access(m, access, "to", withPlain: true), parts), Verdict.Permit.Instance, parts.AccessOrigin));
    }

    // The recipient behind a route is one that anyone may send to.
    private static bool Reaches(PolicyParts parts, ResolvedAddress recipient)
    {
        var inner = parts.Canonifier.Strip(parts.Canonifier.Reread(recipient.LocalPart));
        return inner is { Problem: null } && (inner.Domain is not { } domain || parts.Local.Find(domain) is not null || InRelayed(parts, domain).IsYes
            || InAccess(parts, new ResolvedAddress($"{inner.Local}@{domain}", inner.Local, domain)).IsYes);
    }

    private static Rule BestMx(PolicyParts parts)
    {
        var origin = parts.Settings.FeatureOrigin("relay_based_on_MX");
        var unknown = new Verdict.Refuse(ReplyText.Of("450 4.4.0 <{recipient}>... Can not check MX records for recipient host {domain}"));
        var asked = new RecipientMx(origin);
        // ParseRecipient strips such a host off a route as well, so that the host behind it is asked about.
        var routed = Recipient("recipient is routed on to another host", (p, r) => Answer.Of(r.IsRouted && !p.Addresses.IsLoose && !Reaches(p, r)), m => Marks.Domains(m, parts.Local), parts);
        var empty = Recipient("nobody is behind the route", static (p, r) => Answer.Of(r.IsRouted && !p.Addresses.IsLoose && p.Canonifier.Reread(r.LocalPart).Problem == SyntaxProblem.UserRequired), static _ => { }, parts);
        var served = new RuleList("relay_based_on_MX",
            [Rule.Of("route", empty, new Verdict.Refuse(SyntaxProblem.UserRequired.Reply("recipient")), origin), Rule.Of("route", routed, new Verdict.Enter(RelayOk.List(parts, RelayOk.Denied(parts))), origin), Rule.Of("MX", Always.Instance, Verdict.Permit.Instance, origin)], origin);
        return new Rule("relay_based_on_MX", asked, [new Verdict.Enter(served), new Verdict.Enter(RelayOk.List(parts, unknown))], origin);
    }
}
