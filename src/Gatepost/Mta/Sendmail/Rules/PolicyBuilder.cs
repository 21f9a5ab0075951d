using System.Collections.Immutable;
using Gatepost.Mta.Sendmail.Tables;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;
using Gatepost.Smtp;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>Puts the rulesets together to the policy of a listener, in the order in which srvrsmtp.c asks them.</summary>
internal sealed class PolicyBuilder(PolicyParts parts, SendmailAddressing addressing, LocalDelivery delivery)
{
    private static readonly Verdict.Refuse s_noRuleset = new(ReplyText.Of("554 5.3.5 Unknown ruleset SearchList"));
    private static readonly Verdict s_later = new Verdict.Refuse(ReplyText.Of("451 4.3.0 Temporary system failure. Please try again later."));

    /// <summary>The policy of a listener.</summary>
    public RelayPolicy Build(Listener listener, string flags)
    {
        // In delivery mode deferred the check_ rulesets return at once.
        var checks = parts.Settings.Option("DeliveryMode") is not { Value: ['d' or 'D', ..] };
        return new RelayPolicy
        {
            Listener = listener,
            Stages =
            [
                new Stage(SmtpPhase.Ehlo, [HeloList()]),
                new Stage(SmtpPhase.Mail, checks && !parts.IsDelayed ? [AtConnect(), MailList(flags), CheckMail.List(parts, flags, "sender")] : [MailList(flags)]),
                new Stage(SmtpPhase.Rcpt, checks ? CheckRcpt(flags) : []),
                new Stage(SmtpPhase.Rcpt, [delivery.List()]),
            ],
            Addressing = addressing,
            Classes = parts.Classes,
            Otherwise = Verdict.Permit.Instance,
        };
    }

    // A refusal when the client connects is said at MAIL, after the greeting.
    private RuleList AtConnect()
    {
        var list = CheckRelay.List(parts, null);
        return parts.IsAccessBroken ? list with { Rules = list.Rules.Insert(0, Broken()) } : list;
    }

    private Rule Broken() => Rule.Of("access table", Always.Instance, s_later, parts.AccessOrigin);

    private ImmutableArray<RuleList> CheckRcpt(string flags)
    {
        var rules = RcptOk.Rules(parts);
        if (parts.IsAccessBroken) rules = rules.Insert(rules.TakeWhile(static r => r.Text is "TRUST_AUTH_MECH" or "RelayTLS").Count(), Broken());
        var check = new RuleList("check_rcpt", rules, Origin.Default);
        if (!parts.IsDelayed) return [check];
        var lists = ImmutableArray.CreateBuilder<RuleList>();
        lists.Add(check);
        if (WithoutTable() is { } broken) lists.Add(broken);
        else if (parts.Access is { } access && SpamFriends(access) is { } friends) lists.Add(friends);
        lists.Add(CheckMail.List(parts, flags, "recipient"));
        lists.Add(CheckRelay.List(parts, "recipient"));
        if (parts.Settings.Has("block_bad_helo")) lists.Add(new RuleList("block_bad_helo", BadHelo.Rules(parts), parts.Settings.FeatureOrigin("block_bad_helo")));
        return lists.ToImmutable();
    }

    // Friends and haters are looked up by a ruleset that comes with the access table alone.
    private RuleList? WithoutTable()
    {
        var feature = parts.Settings.Features["delay_checks"];
        return parts.Settings.Has("access_db") || feature.Argument(0).ToUpperInvariant() is not ['F' or 'H', ..] ? null
            : new RuleList("delay_checks", [Rule.Of("delay_checks without access_db", Always.Instance, s_noRuleset, feature.Origin)], feature.Origin);
    }

    // delay_checks with friend: a friend's mail is checked no further; with hater: only a hater's is.
    private RuleList? SpamFriends(AccessTable access)
    {
        var feature = parts.Settings.Features["delay_checks"];
        var word = feature.Argument(0).ToUpperInvariant() switch { ['F', ..] => "FRIEND", ['H', ..] => "HATER", _ => null };
        if (word is null) return null;
        var leaf = new SendmailLeaf($"access Spam: {word}", Dimension.Recipient, 1, s => Spam(access, s, word), m =>
        {
            Marks.Access(m, access, "spam", withPlain: false);
            Marks.Domains(m, parts.Local);
        });
        Condition stops = word == "FRIEND" ? leaf : new Not(leaf);
        return new RuleList("delay_checks", [Rule.Of($"delay_checks {word.ToLowerInvariant()}", stops, Verdict.PermitStage.Instance, feature.Origin)], feature.Origin);
    }

    private Answer Spam(AccessTable access, Session session, string word)
    {
        var address = parts.Canonifier.Read(session.Attempt.RcptTo);
        var (local, domain) = (address.Local, address.Domain ?? parts.Addresses.Own);
        var found = access.FindFull("spam", local, domain, withPlain: false) ?? access.FindDomain("spam", domain, withPlain: false)
            ?? (parts.Local.Find(domain) is not null ? access.FindUser("spam", local, withPlain: false) : null);
        return found is not null && found.Word == word ? Answer.Yes with { At = found.Origin, Key = found.Key } : Answer.No;
    }

    private RuleList HeloList()
    {
        if (parts.Settings.Option("AllowBogusHELO") is { Value: ['T' or 't' or 'Y' or 'y', ..] }) return new RuleList("HELO", [], Origin.Default);
        return new RuleList("HELO",
        [
            Rule.Of("HELO without a name", Helo("HELO says no name", static h => h.Trim().Length == 0), new Verdict.Refuse(new ReplyText(501, EnhancedStatus.Create(5, 0, 0), null)), Origin.Default),
            Rule.Of("HELO name", Helo("HELO says no host name", static h => h.Any(static c => !IsHelo(c))),
                new Verdict.Refuse(ReplyText.Of("501 5.0.0 Invalid domain name")), Origin.Default),
        ], Origin.Default);
    }

    /// <summary>True for a character that a HELO name may have.</summary>
    public static bool IsHelo(char c) => char.IsAsciiLetterOrDigit(c) || "[].-_#:".Contains(c, StringComparison.Ordinal);

    private static SendmailLeaf Helo(string text, Func<string, bool> ask) => new(text, Dimension.Helo, 1, s => Answer.Of(s.Attempt.Helo is { } helo && ask(helo)), static _ => { });

    private RuleList MailList(string flags)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        if (parts.Settings.Option("PrivacyOptions") is { } privacy && privacy.Value.Split((char[])[',', ' '], StringSplitOptions.RemoveEmptyEntries).Any(static w =>
            w.Equals("needmailhelo", StringComparison.OrdinalIgnoreCase) || w.Equals("goaway", StringComparison.OrdinalIgnoreCase)))
            rules.Add(Rule.Of("needmailhelo", new SendmailLeaf("no HELO", Dimension.Helo, 1, static s => Answer.Of(s.Attempt.Helo is null), static _ => { }),
                new Verdict.Refuse(ReplyText.Of("503 5.0.0 Polite people say HELO first")), privacy.Origin));
        if (flags.Contains('a', StringComparison.Ordinal))
            rules.Add(Rule.Of("M=a", new Not(new HasLogin()), new Verdict.Refuse(ReplyText.Of("530 5.7.0 Authentication required")), Origin.Default));
        var problems = addressing.SenderProblems;
        rules.Add(new Rule("sender's syntax", new SendmailLeaf("sender's syntax", Dimension.Sender, problems.Length, addressing.SenderProblem, addressing.MarkRouted),
            [.. problems.Select(static p => new Verdict.Refuse(p))], Origin.Default));
        return new RuleList("MAIL", rules.ToImmutable(), Origin.Default);
    }
}
