using System.Collections.Immutable;
using Gatepost.Mta.Sendmail.Tables;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>Ruleset check_mail: is the sender fine?</summary>
internal static class CheckMail
{
    private static readonly System.Buffers.SearchValues<char> s_operators = System.Buffers.SearchValues.Create(".:[]@%!/+");

    /// <summary>Its list.</summary>
    /// <param name="parts">The configuration.</param>
    /// <param name="flags">The listener's modifiers: <c>u</c> takes senders without a domain, <c>f</c> asks for a full one.</param>
    /// <param name="place">Whose address a refusal names: the sender, or the recipient with delay_checks.</param>
    public static RuleList List(PolicyParts parts, string flags, string place)
    {
        var settings = parts.Settings;
        var rules = ImmutableArray.CreateBuilder<Rule>();
        if (parts.Access?.Map.Entries.FirstOrDefault(static e => e.Key.StartsWith("TLS_Clt", StringComparison.OrdinalIgnoreCase)) is { } tls)
            rules.Add(Rule.Of("tls_client", new Opaque("access TLS_Clt", "client", 1, tls.Origin), new Verdict.Refuse(new ReplyText(403, null, null)), tls.Origin));
        rules.Add(Rule.Of("null sender", Sender("sender is <>", static s => s.Sender.Address.Length == 0), Verdict.Leave.Instance, Origin.Default));
        var takesUnqualified = settings.Has("accept_unqualified_senders") || flags.Contains('u', StringComparison.Ordinal);
        if (!takesUnqualified) rules.Add(Localhost(parts, flags, place));
        if (parts.Access is { } access) rules.Add(Access(parts, access, place));
        if (!takesUnqualified)
            rules.AddRange(NamingSender("sender without a domain", Sender("sender has no domain", static s => s.Sender.Domain.Length == 0), Origin.Default,
                ErrorReply.Of("5.5.4", "\"553 Domain name required for sender address {sender}\"", place)));
        if (settings.Has("accept_unresolvable_domains")) return new RuleList("check_mail", rules.ToImmutable(), Origin.Default);
        rules.Add(Rule.Of("sender's domain needs no DNS", new SendmailLeaf("sender has no domain, or $j, or one in $=P", Dimension.Sender, 1, s => NeedsNoDns(parts, s.Sender.Domain), m =>
        {
            m.Domain(parts.Addresses.Own);
            Marks.Domains(m, settings.Class("P"));
        }), Verdict.Leave.Instance, Origin.Default));
        rules.AddRange(NamingSender("sender's domain in DNS", new SenderDns(), Origin.Default, ErrorReply.Of("4.1.8", "\"451 Domain of sender address {sender} does not resolve\"", place),
            ErrorReply.Of("5.1.8", "\"553 Domain of sender address {sender} does not exist\"", place)));
        return new RuleList("check_mail", rules.ToImmutable(), Origin.Default);
    }

    // The text names the sender as rewritten ($f); only of a plain one is that what the client wrote.
    private static ImmutableArray<Rule> NamingSender(string text, Condition when, Origin origin, params ReadOnlySpan<ReplyText> replies)
    {
        var known = ImmutableArray.CreateBuilder<Verdict>();
        var unknown = ImmutableArray.CreateBuilder<Verdict>();
        foreach (var reply in replies)
        {
            known.Add(new Verdict.Refuse(reply));
            unknown.Add(new Verdict.Refuse(reply with { Text = null }));
        }

        var odd = new RuleList(text, [new Rule(text, when, unknown.ToImmutable(), origin)], origin);
        return
        [
            Rule.Of(text, Sender("sender is rewritten", static s => s.Sender.Written.AsSpan().ContainsAny('"', '\\') || !s.Sender.Address.Equals(s.Sender.Written, StringComparison.OrdinalIgnoreCase)), new Verdict.Enter(odd), origin),
            new Rule(text, when, known.ToImmutable(), origin),
        ];
    }

    private static Answer NeedsNoDns(PolicyParts parts, string domain) =>
        Answer.Of(domain.Length == 0 || domain.Equals(parts.Addresses.Own, StringComparison.OrdinalIgnoreCase) || parts.Settings.Class("P").FindEnd(domain) is not null);

    private static SendmailLeaf Sender(string text, Func<Session, bool> ask) => new(text, Dimension.Sender, 1, s => Answer.Of(ask(s)), static _ => { });

    // "user@localhost" is for clients of the own host alone. With delay_checks the sender is asked about as rewritten.
    private static Rule Localhost(PolicyParts parts, string flags, string place)
    {
        var shortHosts = flags.Contains('f', StringComparison.Ordinal);
        var localhost = new SendmailLeaf("sender at localhost", Dimension.Sender, 1, s => Answer.Of(IsLocalhost(parts, parts.IsDelayed ? s.Sender.Address : s.Attempt.MailFrom, shortHosts)), m =>
        {
            m.Domain("localhost");
            m.Domain("[127.0.0.1]");
            m.Domain("[ipv6:::1]");
            m.Domain("[ipv6:0:0:0:0:0:0:0:1]");
            if (parts.Addresses.OwnDomain.Length > 0) m.Domain("localhost." + parts.Addresses.OwnDomain);
        });
        var named = new SendmailLeaf("client's name in $=w", Dimension.Name, 1, s => PolicyParts.VerifiedName(s) is { } n ? Found.In(parts.Local.Find(n)) : Answer.No, m => Marks.Domains(m, parts.Local));
        var own = new AnyOf([named, new AllOf([new Not(PolicyParts.NameIs(NameStatus.Verified)), parts.ClientIsOwn])]);
        return Rule.Of("sender at localhost", new AllOf([localhost, new Not(own)]),
            new Verdict.Refuse(ErrorReply.Of("5.5.4", "\"553 Real domain name required for sender address\"", place)), Origin.Default);
    }

    private static bool IsLocalhost(PolicyParts parts, string written, bool shortHosts)
    {
        var at = written.LastIndexOf('@');
        if (at < 0) return false;
        var domain = written.AsSpan(at + 1).Trim();
        if (shortHosts && domain.Length > 0 && !domain.ContainsAny(s_operators)) return true;
        if (domain.Equals("localhost", StringComparison.OrdinalIgnoreCase) || domain.Equals("[127.0.0.1]", StringComparison.Ordinal)
            || domain.Equals("[IPv6:::1]", StringComparison.OrdinalIgnoreCase) || domain.Equals("[IPv6:0:0:0:0:0:0:0:1]", StringComparison.OrdinalIgnoreCase)) return true;
        if (!domain.StartsWith("localhost.", StringComparison.OrdinalIgnoreCase)) return false;
        var rest = domain["localhost.".Length..];
        return (parts.Addresses.OwnDomain.Length > 0 && rest.Equals(parts.Addresses.OwnDomain, StringComparison.OrdinalIgnoreCase))
            || (parts.Addresses.TakesBangs && rest.Equals("UUCP", StringComparison.OrdinalIgnoreCase));
    }

    private static Rule Access(PolicyParts parts, AccessTable access, string place)
    {
        Verdict accepted = parts.IsDelayed ? Verdict.PermitStage.Instance : Verdict.Permit.Instance;
        var verdicts = AccessVerdicts.For(access, accepted, place, parts.Reject(place), parts.IsDelayed ? new Verdict.Accept(Discards: true) : Verdict.Permit.Instance,
            accepted);
        var leaf = new SendmailLeaf("access From:", Dimension.Sender, access.Map.Values, s => Found.Value(Find(access, s.Sender)), m => Marks.Access(m, access, "from", withPlain: true));
        return new Rule("access From:", leaf, verdicts, parts.AccessOrigin);
    }

    /// <summary>What the sender sends is thrown away.</summary>
    public static SendmailLeaf IsDiscarded(AccessTable access) => new("access From: DISCARD", Dimension.Sender, 1,
        s => Answer.Of(s.Sender.Address.Length > 0 && Find(access, s.Sender) is { Word: "DISCARD" }), m => Marks.Access(m, access, "from", withPlain: true));

    private static MapValue? Find(AccessTable access, ResolvedAddress sender) => sender.Domain.Length == 0
        ? access.FindUser("from", sender.LocalPart, withPlain: true)
        : access.FindFull("from", sender.LocalPart, sender.Domain, withPlain: true) ?? access.FindUser("from", sender.LocalPart, withPlain: true)
            ?? access.FindDomain("from", sender.Domain, withPlain: true);
}
