using System.Collections.Frozen;

namespace Gatepost.Mta.Exim.Source;

/// <summary>The options of routers that are switches.</summary>
internal static class EximDriverSwitches
{
    private static readonly FrozenSet<string> s_names = ((string[])[
        "address_test", "caseful_local_part", "check_local_user", "expn", "initgroups", "log_as_local", "more", "pass_on_timeout",
        "redirect_unused", "retry_use_local_part", "unseen", "verify", "verify_only", "verify_recipient", "verify_sender", "fail_verify", "fail_verify_recipient", "fail_verify_sender", "local_part_prefix_optional",
        "local_part_suffix_optional", "allow_defer", "allow_fail", "allow_filter", "allow_freeze", "check_ancestor", "check_group", "check_owner", "forbid_blackhole",
        "forbid_exim_filter", "forbid_file", "forbid_include", "forbid_pipe", "forbid_smtp_code", "hide_child_in_errmsg", "ignore_eacces", "ignore_enotdir", "one_time",
        "qualify_preserve_domain", "rewrite", "skip_syntax_errors", "check_secondary_mx", "mx_domains", "qualify_single", "rewrite_headers", "same_domain_copy_routing",
        "search_parents", "hosts_randomize", "self_rewrite", "disable_logging"]).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string name) => s_names.Contains(name);
}
