namespace Gatepost.Mta.Exim.Acls;

/// <summary>The names behind <c>control =</c>. None has a say in who may relay.</summary>
internal static class AclControls
{
    // With a slash behind them, options may follow.
    private static readonly string[] s_withOptions = ["cutthrough_delivery", "debug", "dscp", "fakedefer", "fakereject", "freeze", "queue", "submission", "utf8_downconvert"];

    private static readonly string[] s_plain =
    [
        "allow_auth_unadvertised", "caseful_local_part", "caselower_local_part", "dkim_disable_verify", "dmarc_disable_verify", "dmarc_enable_forensic", "enforce_sync",
        "no_callout_flush", "no_delay_flush", "no_enforce_sync", "no_mbox_unspool", "no_multiline_responses", "no_pipelining", "suppress_local_fixups", "queue_only", "error", "wellknown",
    ];

    public static IEnumerable<string> Names => s_withOptions.Concat(s_plain);

    public static string NameOf(string control) => control.Split('/')[0].TrimEnd();

    /// <summary>True where Exim takes it in the ACL of a phase.</summary>
    public static bool IsKnown(string control, EximPhase phase)
    {
        var name = NameOf(control);
        return (s_plain.Contains(name) ? name == control.TrimEnd() : s_withOptions.Contains(name)) && IsAllowed(name, phase);
    }

    private static bool IsAllowed(string name, EximPhase phase) => name switch
    {
        "caseful_local_part" or "caselower_local_part" => phase == EximPhase.Rcpt,
        "allow_auth_unadvertised" => phase is EximPhase.Connect or EximPhase.Helo,
        "cutthrough_delivery" or "no_mbox_unspool" => phase == EximPhase.Rcpt,
        "fakedefer" or "fakereject" or "freeze" or "queue" or "queue_only" or "submission" or "suppress_local_fixups" => phase is EximPhase.Mail or EximPhase.Rcpt,
        _ => true,
    };
}
