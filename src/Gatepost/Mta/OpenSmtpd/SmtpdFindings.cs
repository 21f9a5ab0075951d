using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Mta.OpenSmtpd.Tables;

namespace Gatepost.Mta.OpenSmtpd;

/// <summary>Mistakes that OpenSMTPD itself would not report.</summary>
internal sealed class SmtpdFindings(SmtpdConfig config, SmtpdNotes notes)
{
    /// <summary>Looks for them.</summary>
    public void Find()
    {
        foreach (var rule in config.Rules) Find(rule);
        FindUnreachable();
        FindUnheardDomains();
        foreach (var listen in config.Listeners.Where(static l => l.Filter is not null))
            foreach (var filter in listen.Filter!.All.Where(static f => f.Phase == SmtpdFilterPhase.Auth && f.Test is not null))
                notes.Problem(filter.Origin, ConfigProblemKind.BadValue, "the server forgets the phase auth of a filter and asks it at connect, where there is no login yet", "use the phase mail-from");
    }

    private void Find(SmtpdMatch rule)
    {
        if (rule.Tls is { } tls)
            notes.Problem(tls.Origin, ConfigProblemKind.BadValue, "OpenSMTPD cannot test tls in a match rule: every recipient that reaches this rule gets 451 Temporary failure",
                "take tls out, and write tls-require at the listener instead");
        if (rule is { From: SmtpdFrom.Name, FromTest: { IsRegex: false, Table: { } exact } })
            foreach (var entry in exact.Entries.Where(static e => e.Key.Contains('*', StringComparison.Ordinal)))
                notes.Problem(entry.Origin, ConfigProblemKind.NoEffect, $"from rdns compares names as they are: the star in {entry.Key} means nothing, and it never matches", "write from rdns regex with an expression that ends in $");
        if (rule.Action is null) return;
        if (rule is { From: SmtpdFrom.Name, FromTest: { IsRegex: true, IsNegated: false, Table: { } names } })
            foreach (var entry in names.Entries.Where(static e => !e.Key.EndsWith('$')))
                notes.Problem(entry.Origin, ConfigProblemKind.Risky, $"the expression {entry.Key} has no $ at its end: anyone can give an address a name that goes on after it",
                    "write \\. before and $ behind the domain");
        if (rule is { From: SmtpdFrom.Name, Action.IsRelay: true, FromTest.IsNegated: false } && IsOpen(rule))
            notes.Problem(rule.Origin, ConfigProblemKind.Risky, "rdns is the client's PTR record alone, which its owner writes and nobody confirms, and this rule relays anywhere by it",
                "use from src with addresses, or auth");
        if (rule.Action.IsRelay && IsOpen(rule) && rule.From == SmtpdFrom.Any && rule.Auth is not { IsNegated: false })
            FindOpen(rule);
        foreach (var entry in Mail(rule).Where(static e => !e.Key.Contains('@', StringComparison.Ordinal) && e.Key.Contains('.', StringComparison.Ordinal)))
            notes.Problem(entry.Origin, ConfigProblemKind.NoEffect, $"{entry.Key} is taken for a local part, not for a domain", $"write @{entry.Key}");
        if (rule is { For: SmtpdFor.Domain, ForTest: { IsRegex: false, Table: { } domains } })
            foreach (var entry in domains.Entries) FindDomain(entry, domains);
    }

    private void FindOpen(SmtpdMatch rule)
    {
        if (rule.MailFrom is { IsNegated: false })
            notes.Problem(rule.Origin, ConfigProblemKind.Risky, "a sender is whatever the client says, and this rule relays anywhere by it", "match auth, or from src with addresses, instead of mail-from");
        else if (rule.Helo is { IsNegated: false })
            notes.Problem(rule.Origin, ConfigProblemKind.Risky, "the HELO name is whatever the client says, and this rule relays anywhere by it", "match auth, or from src with addresses, instead of helo");
        else if (rule.RcptTo is null && rule.Tag is null)
            notes.Problem(rule.Origin, ConfigProblemKind.Risky, "from any for any to a relay without auth: whoever connects may send anywhere", "write match auth from any for any");
    }

    private static bool IsOpen(SmtpdMatch rule) => rule.For == SmtpdFor.Any && rule.ForTest is not { IsNegated: true };

    private static IEnumerable<SmtpdEntry> Mail(SmtpdMatch rule) =>
        new[] { rule.MailFrom, rule.RcptTo }.Where(static t => t is { IsRegex: false, Table: not null }).SelectMany(static t => t!.Table!.Entries);

    // *.x covers neither x nor a.b.x: worth a word where x is not named beside it.
    private void FindDomain(SmtpdEntry entry, SmtpdTable domains)
    {
        if (!DomainKeys.IsBelow(entry.Key) || domains.Entries.Any(e => e.Key == entry.Key[2..])) return;
        if (config.Rules.Any(r => r.ForTest?.Table is { } other && !r.ForTest.IsRegex && other.Entries.Any(e => e.Key == entry.Key[2..]))) return;
        notes.Problem(entry.Origin, ConfigProblemKind.NoEffect, $"{entry.Key} covers names of one label more, neither {entry.Key[2..]} itself nor names of two", $"name {entry.Key[2..]} too where it is meant");
    }

    // A rule that takes everything ends the list.
    private void FindUnreachable()
    {
        var end = config.Rules.FindIndex(static r => r.From == SmtpdFrom.Any && r.FromTest is { IsNegated: false } && IsOpen(r) && r is { Tag: null, Helo: null, Auth: null, Tls: null, MailFrom: null, RcptTo: null });
        if (end < 0) return;
        foreach (var rule in config.Rules.Skip(end + 1))
            notes.Problem(rule.Origin, ConfigProblemKind.NoEffect, $"this rule is never reached: the one at {config.Rules[end].Origin} takes everything before it", "move it up");
    }

    // A domain that only local clients reach.
    private void FindUnheardDomains()
    {
        foreach (var rule in config.Rules.Where(static r => r is { From: SmtpdFrom.Local, FromTest: null, Action: not null, Auth: null, For: SmtpdFor.Domain, ForTest: { IsNegated: false, Table: not null } }))
        {
            if (config.Rules.Any(r => r != rule && r.From != SmtpdFrom.Local && r.ForTest?.Table == rule.ForTest!.Table)) continue;
            notes.Problem(rule.Origin, ConfigProblemKind.NoEffect, "without from any this rule takes mail from the machine itself only; others get 550 Invalid recipient",
                "write match from any for domain …, or from local where that is meant");
        }
    }
}
