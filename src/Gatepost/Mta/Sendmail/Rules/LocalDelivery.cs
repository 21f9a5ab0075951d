using System.Collections.Immutable;
using Gatepost.Mta.Sendmail.Addresses;
using Gatepost.Mta.Sendmail.Tables;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>Ruleset 0 after the checks of syntax: where mail goes, as far as a recipient may be refused by it. Virtual users, the mailertable, users of the machine.</summary>
internal sealed class LocalDelivery(PolicyParts parts, SourceMap? virtualUsers, SourceMap? mailers, LocalUsers users)
{
    private const int MostSteps = 16;
    private static readonly ReplyText s_circle = ReplyText.Of("554 5.0.0") with { Text = null };
    private static readonly System.Buffers.SearchValues<char> s_operators = System.Buffers.SearchValues.Create(":%@!^/[]+");

    /// <summary>The refusal that the tables give an address before anything is checked; null where they give none.</summary>
    public ReplyText? Error(Canonical address, string place) => Follow(address) is { Error: { } error } ? Reply(error, place) : null;

    /// <summary>Every refusal that the tables can give.</summary>
    public IEnumerable<ReplyText> Errors(string place)
    {
        if (virtualUsers is not null) yield return s_circle;
        foreach (var entry in (virtualUsers?.Entries ?? []).Where(IsError)) yield return Reply((entry, true), place);
        foreach (var entry in (mailers?.Entries ?? []).Where(IsError)) yield return Reply((entry, false), place);
    }

    /// <summary>Names the keys of the tables.</summary>
    public void MarkErrors(Landmarks landmarks)
    {
        foreach (var map in (SourceMap?[])[virtualUsers, mailers])
            foreach (var entry in map?.Entries ?? []) Marks.Key(landmarks, entry.Key.ToLowerInvariant());
    }

    /// <summary>The checks of what is delivered on this machine.</summary>
    public RuleList List()
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        rules.Add(new Rule("recipient is a program, file or list", new SendmailLeaf("recipient is a program, file or list", Dimension.Recipient, 3, s => Answer(s), MarkErrors),
        [
            Refused("550 5.7.1 <{recipient}>... Cannot mail directly to programs"), Refused("550 5.7.1 <{recipient}>... Cannot mail directly to files"),
            Refused("550 5.7.1 <{recipient}>... Cannot mail directly to :include:s"),
        ], Origin.Default));
        if (users.AreChecked)
        {
            if (!parts.IsDelayed && parts.Access is { } access) rules.Add(Rule.Of("DISCARD", new AnyOf([CheckRelay.IsDiscarded(parts, access), CheckMail.IsDiscarded(access)]), new Verdict.Accept(Discards: true), parts.AccessOrigin));
            var here = new SendmailLeaf("recipient is delivered here", Dimension.Recipient, 1, s => Relay.Answer.Of(LocalName(s) is not null), m =>
            {
                Marks.Domains(m, parts.Local);
                Marks.Domains(m, parts.VirtualHosts);
                MarkErrors(m);
            });
            var unknown = new AllOf([here, new UnknownUser(this, users)]);
            var commented = new SendmailLeaf("recipient has a comment", Dimension.Recipient, 1, static s => Relay.Answer.Of(s.Attempt.RcptTo.Contains('(', StringComparison.Ordinal)), static _ => { });
            rules.Add(Rule.Of("user unknown", new AllOf([commented, unknown]), new Verdict.Refuse(ReplyText.Of("550 5.1.1") with { Text = null }), users.Origin));
            rules.Add(Rule.Of("user unknown", unknown, parts.Settings.Has("stickyhost") ? new Verdict.Refuse(ReplyText.Of("550 5.1.1") with { Text = null }) : Refused("550 5.1.1 <{recipient}>... User unknown"), users.Origin));
        }

        return new RuleList("recipient", rules.ToImmutable(), Origin.Default);

        Answer Answer(Session session) => LocalName(session) switch
        {
            ['|', ..] => new Answer(1),
            ['/', ..] => new Answer(2),
            { } name when name.StartsWith(":include:", StringComparison.OrdinalIgnoreCase) => new Answer(3),
            _ => Relay.Answer.No,
        };
    }

    /// <summary>The user of this machine that a recipient ends at; null where it goes elsewhere.</summary>
    public string? LocalName(Session session)
    {
        var recipient = session.Attempt.RcptTo;
        return parts.Canonifier.Read(recipient) is { Problem: null } read ? Follow(read).User : null;
    }

    private static Verdict.Refuse Refused(string reply) => new Verdict.Refuse(ReplyText.Of(reply));

    // An error without an entry: the entries lead in a circle.
    private (string? User, (MapValue? Entry, bool IsVirtual)? Error) Follow(Canonical address)
    {
        for (var step = 0; step < MostSteps && address.Problem is null; step++)
        {
            if (address.Domain is null) return (address.Local, null);
            if (virtualUsers is not null && IsVirtualDomain(address.Domain) && Find(virtualUsers, address) is { } entry)
            {
                if (IsError(entry)) return (null, (entry, true));
                address = parts.Canonifier.Reread(Target(entry, address));
                continue;
            }

            if (parts.Local.Find(address.Domain) is not null) return (address.Local, null);
            return mailers is not null && Mailer(mailers, address.Domain) is { } mailer && IsError(mailer) ? (null, (mailer, false)) : (null, null);
        }

        return address.Problem is null ? (null, (null, true)) : (null, null);
    }

    private bool IsVirtualDomain(string domain) => parts.Local.Find(domain) is not null
        || (parts.Settings.Has("virtuser_entire_domain") ? parts.VirtualHosts.FindEnd(domain) : parts.VirtualHosts.Find(domain)) is not null;

    private static bool IsError(MapValue entry) => entry.Value.StartsWith("error:", StringComparison.OrdinalIgnoreCase);

    // user+detail@domain: itself, user++@, user+*@, user@, ++@, +*@, @.
    private static MapValue? Find(SourceMap map, Canonical address)
    {
        var (local, domain) = (Tokens.Unquote(address.Local), address.Domain!);
        if (map.Find($"{local}@{domain}") is { } exact) return exact;
        var plus = local.IndexOf('+', Math.Min(1, local.Length));
        if (plus < 1) return map.Find($"@{domain}");
        var user = local[..plus];
        var hasDetail = plus < local.Length - 1;
        return (hasDetail ? map.Find($"{user}++@{domain}") : null) ?? map.Find($"{user}+*@{domain}") ?? map.Find($"{user}@{domain}")
            ?? (hasDetail ? map.Find($"++@{domain}") : null) ?? map.Find($"+*@{domain}") ?? map.Find($"@{domain}");
    }

    private static string Target(MapValue entry, Canonical address)
    {
        var local = Tokens.Unquote(address.Local);
        var plus = entry.Key.Equals($"{local}@{address.Domain}", StringComparison.OrdinalIgnoreCase) ? -1 : local.IndexOf('+', Math.Min(1, local.Length));
        var (user, detail) = plus < 1 ? (local, "") : (local[..plus], local[(plus + 1)..]);
        var target = entry.Value.Replace("%1", user, StringComparison.Ordinal).Replace("%2", detail, StringComparison.Ordinal);
        return target.Replace("%3", detail.Length > 0 ? "+" + detail : "", StringComparison.Ordinal);
    }

    // The domain itself, then ".rest" as often as there is a dot, then ".".
    private static MapValue? Mailer(SourceMap map, string domain)
    {
        if (map.Find(domain) is { } exact) return exact;
        var start = 0;
        for (var dot = domain.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = domain.IndexOf('.', dot + 1))
        {
            // Each label has to be one token.
            if (domain.AsSpan(start, dot - start).ContainsAny(s_operators)) break;
            if (map.Find(domain.AsSpan(dot)) is { } below) return below;
            start = dot + 1;
        }

        return map.Find(".");
    }

    private static ReplyText Reply((MapValue? Entry, bool IsVirtual) error, string place)
    {
        if (error.Entry is null) return s_circle;
        var tokens = Tokens.Read(error.Entry.Value).Tokens;
        if (tokens is [_, ":", var a, ".", var b, ".", var c, ":", _, ..]) return ErrorReply.Of($"{a}.{b}.{c}", tokens[8..], place);
        if (error.IsVirtual && tokens.Count > 3) return ErrorReply.Of(null, tokens[3..], place);
        return tokens is [_, ":", _, ":", _, ..] ? ErrorReply.Of(null, tokens[4..], place) : ErrorReply.Of(null, tokens.Skip(2), place);
    }
}
