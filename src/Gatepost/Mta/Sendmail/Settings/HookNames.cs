using System.Collections.Frozen;

namespace Gatepost.Mta.Sendmail.Settings;

/// <summary>Rulesets that Sendmail, or its generated rules, ask about a session.</summary>
internal static class HookNames
{
    private static readonly FrozenSet<string> s_deciding = new[]
    {
        "0", "1", "2", "3", "4", "5", "90", "93", "94", "95", "96", "97", "98", "canonify", "Canonify2", "parse", "Parse0", "Parse1", "ParseLocal", "final", "Recurse", "localaddr",
        "sender", "recipient", "Mailertable", "MailerToTriple", "CanonLocal", "CanonAddr", "ParseRecipient", "D", "A", "F", "E", "U", "SearchList", "FullAddr", "check_relay",
        "check_mail", "check_rcpt", "check_vrfy", "check_etrn", "checkrelay", "checkmail", "checkrcpt", "Local_check_relay", "Local_check_mail", "Local_check_rcpt", "Basic_check_relay",
        "Basic_check_mail", "Basic_check_rcpt", "Rcpt_ok", "Relay_ok", "Local_Relay_Auth", "RelayTLS", "srv_features", "Local_srv_features", "tls_client", "Local_tls_client",
        "TLS_connection", "RelayAuth", "Delay_TLS_Clt", "Delay_TLS_Clt2", "Local_localaddr", "LDAPExpand", "LDAPMailertable", "BadMX",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where a rule in it may change which recipients are accepted.</summary>
    public static bool Decides(string ruleset) => s_deciding.Contains(ruleset);

    /// <summary>The known ones, for files that were generated.</summary>
    public static IEnumerable<string> All => s_deciding;
}
