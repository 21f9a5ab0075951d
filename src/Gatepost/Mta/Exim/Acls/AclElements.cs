namespace Gatepost.Mta.Exim.Acls;

/// <summary>The names of conditions and modifiers, and in which ACLs they may stand.</summary>
internal static class AclElements
{
    // Modifiers without a say in the decision.
    private static readonly string[] s_mute =
        ["add_header", "continue", "control", "delay", "log_message", "log_reject_target", "logwrite", "queue", "remove_header", "udpsend", "message"];

    private static readonly string[] s_modelled =
        ["acl", "authenticated", "condition", "domains", "encrypted", "hosts", "local_parts", "recipients", "sender_domains", "senders", "verify"];

    private static readonly string[] s_outside = ["dnslists", "ratelimit", "seen", "spf", "spf_guess"];

    // Only after DATA, or of builds that Debian does not make: an error in the ACLs of this reader.
    private static readonly string[] s_elsewhere =
        ["bmi_optin", "dcc", "decode", "dkim_signers", "dkim_status", "dmarc_status", "malware", "mime_regex", "regex", "spam", "atrn_domains"];

    public static IEnumerable<string> Names => [.. s_mute, .. s_modelled, .. s_outside, .. s_elsewhere, "endpass", "set"];

    /// <summary>True where it has no say, though it may fail to expand.</summary>
    public static bool IsMute(string name) => s_mute.Contains(name);

    public static bool IsOutside(string name) => s_outside.Contains(name);

    public static bool IsModifier(string name) => IsMute(name) || name == "endpass" || name.StartsWith("set ", StringComparison.Ordinal);

    public static bool IsKnown(string name) => Names.Contains(name);

    /// <summary>True where Exim refuses to test it in the ACL of a phase, which makes the ACL fail.</summary>
    public static bool IsForbidden(string name, EximPhase phase) => name switch
    {
        "domains" or "local_parts" or "recipients" => phase != EximPhase.Rcpt,
        "senders" or "sender_domains" => phase is EximPhase.Connect or EximPhase.Helo,
        "authenticated" => phase is EximPhase.Connect or EximPhase.Helo,
        "encrypted" => phase == EximPhase.Helo,
        "spf" or "spf_guess" => phase is EximPhase.Connect or EximPhase.Helo,
        "add_header" or "remove_header" => phase is EximPhase.Connect or EximPhase.Helo,
        _ => s_elsewhere.Contains(name),
    };
}
