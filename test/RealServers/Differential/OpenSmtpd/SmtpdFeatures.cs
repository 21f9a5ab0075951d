namespace Gatepost.RealServers.Differential.OpenSmtpd;

/// <summary>What a full run must meet.</summary>
internal static class SmtpdFeatures
{
    private static readonly string[] s_tests = ["from any", "from local", "from socket", "from src", "from rdns", "from auth", "from mail-from", "for any", "for local", "for domain", "for rcpt-to", "tag", "helo", "auth", "tls", "mail-from", "rcpt-to"];

    public static IEnumerable<string> All { get; } =
    [
        .. s_tests.Select(static t => $"match {t}"),
        .. s_tests.Where(static t => t is not ("from any" or "for any")).Select(static t => $"match ! {t}"),
        .. new[] { "from src", "from rdns", "from mail-from", "for domain", "for rcpt-to", "tag", "helo", "mail-from", "rcpt-to" }.SelectMany(static t => new[] { $"match {t} regex", $"match ! {t} regex" }),
        "match ! from any negated", "match ! for any negated", "match reject", "sub-addr-delim", "irrelevant lines", "macro", "continuation", "include",
        .. new[] { "IPv4", "IPv6", "tag", "hostname", "hostnames", "tls-require", "auth", "auth-optional", "irrelevant options", "filter" }.Select(static o => $"listen {o}"),
        .. new[] { "relay", "mbox", "maildir", "lmtp", "mda", "forward-only", "expand-only", "user", "ttl" }.Select(static a => $"action {a}"), "alias", "virtual", "userbase",
        .. new[] { "connect", "helo", "ehlo", "mail-from", "rcpt-to", "data", "commit", "chain", "reject", "disconnect", "junk", "bypass", "report" }.Select(static f => $"filter {f}"),
        .. new[] { "fcrdns", "rdns", "rdns table", "src", "helo", "auth", "mail-from", "rcpt-to" }.Select(static f => $"filter match {f}"),
        "table map alias", "table map virtual", "table map userbase", "table file alias", "table file virtual", "table file userbase", "table list for domain", "table file for domain",
        "recipient empty", "recipient quoted", "recipient with a source route", "recipient bare", "recipient at a literal", "recipient routed", "recipient tagged", "recipient plain",
        "client name Missing", "client name Verified", "client name Forged", "client name Temporary",
        "answer 250", "answer 550", "answer 451", "answer 501", "answer 503", "answer 524", "answer 424", "answer 530", "answer 553", "answer 421",
    ];
}
