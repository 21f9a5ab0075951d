using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Matching;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Policy;

/// <summary>Finds out which settings rest on the outside, and which are not modelled.</summary>
internal sealed class SettingsCoverage(PostfixSource source, MatchLists lists, Report report)
{
    private static readonly (string Name, Coverage Coverage, string Because)[] Special =
    [
        ("smtpd_milters", Coverage.Conditional, "milters may refuse what this policy accepts"),
        ("smtpd_proxy_filter", Coverage.Conditional, "the filter may refuse what this policy accepts"),
        ("content_filter", Coverage.Irrelevant, "comes after the recipients are taken"),
        ("smtpd_command_filter", Coverage.NotModelled, "it rewrites what clients say before it is looked at"),
        ("postscreen_command_filter", Coverage.NotModelled, "it rewrites what clients say before it is looked at"),
        ("smtpd_upstream_proxy_protocol", Coverage.Conditional, "the proxy says who the client is"),
        ("postscreen_upstream_proxy_protocol", Coverage.Conditional, "the proxy says who the client is"),
        ("postscreen_access_list", Coverage.Conditional, "postscreen may close connections that this policy would take"),
        ("postscreen_dnsbl_sites", Coverage.Conditional, "postscreen may close connections that this policy would take"),
        ("smtpd_data_restrictions", Coverage.Irrelevant, "comes after the recipients are taken, and can only refuse"),
        ("smtpd_end_of_data_restrictions", Coverage.Irrelevant, "comes after the recipients are taken, and can only refuse"),
        ("smtpd_etrn_restrictions", Coverage.Irrelevant, "about ETRN only"),
        ("sender_dependent_default_transport_maps", Coverage.Conditional, "an error transport in it may refuse more"),
        ("smtpd_tls_req_ccert", Coverage.Conditional, "clients without a certificate are turned away while TLS begins"),
    ];

    // Lists of tables and of restrictions, whose words may name what is outside.
    private static readonly string[] Asking =
    [
        "mydestination", "virtual_alias_domains", "virtual_mailbox_domains", "relay_domains", "mynetworks", "virtual_alias_maps", "virtual_mailbox_maps", "local_recipient_maps", "alias_maps", "relay_recipient_maps",
        "canonical_maps", "recipient_canonical_maps", "sender_canonical_maps", "transport_maps", "relocated_maps", "relay_clientcerts", "smtpd_sender_login_maps",
        "smtpd_client_restrictions", "smtpd_helo_restrictions", "smtpd_sender_restrictions", "smtpd_relay_restrictions", "smtpd_recipient_restrictions",
    ];

    private static readonly string[] Outside =
    [
        "check_policy_service", "reject_rbl_client", "reject_rbl", "reject_maps_rbl", "reject_rhsbl_", "permit_dnswl_client", "permit_rhswl_client", "reject_unknown_sender_domain", "reject_unknown_recipient_domain", "reject_unknown_address",
        "reject_unknown_helo_hostname", "reject_unknown_hostname", "reject_unverified_", "permit_mx_backup",
    ];

    public void Find()
    {
        foreach (var settings in source.Services.Where(static s => s.IsListener || s.Entry.Type == "pass").Select(static s => s.Settings).Prepend(source.Settings))
        {
            foreach (var (name, coverage, because) in Special)
                if (settings.Get(name) is { IsDefault: false, Value: { Length: > 0 } value } set && !value.Equals("no", StringComparison.OrdinalIgnoreCase)) report.Cover(set.Origin, name, coverage, because);
            foreach (var name in Asking.Concat(ListTokens.Split(settings.Get("smtpd_restriction_classes").Value)))
                if (settings.Get(name) is { IsDefault: false } set && OutsideWord(set) is { } word) report.Cover(set.Origin, name, Coverage.Conditional, $"{word} is answered outside the configuration");
        }
    }

    /// <summary>Replaces lines by what is known of them now: the least understood holds.</summary>
    public static ImmutableArray<CoverageLine> Merge(ImmutableArray<CoverageLine> lines, IReadOnlyList<CoverageLine> found)
    {
        var merged = lines.ToList();
        foreach (var line in found)
        {
            var at = merged.FindIndex(m => m.Origin == line.Origin && m.Coverage != Coverage.Irrelevant && (m.Setting.StartsWith($"{line.Setting} =", StringComparison.Ordinal) || m.Setting.StartsWith($"-o {line.Setting} =", StringComparison.Ordinal)));
            if (at < 0) merged.Add(line);
            else if (Rank(line.Coverage) > Rank(merged[at].Coverage)) merged[at] = merged[at] with { Coverage = line.Coverage, Because = line.Because };
        }

        return [.. merged];
    }

    private static int Rank(Coverage coverage) => coverage == Coverage.Understood ? -1 : (int)coverage;

    private string? OutsideWord(Setting setting)
    {
        foreach (var word in ListTokens.Split(setting.Value))
        {
            if (Outside.Any(o => o.EndsWith('_') ? word.StartsWith(o, StringComparison.OrdinalIgnoreCase) : word.Equals(o, StringComparison.OrdinalIgnoreCase)) || IsServerCheck(word)) return word;
            if (MatchLists.IsTable(word) && !word.StartsWith("inet:", StringComparison.Ordinal) && !word.StartsWith("unix:private", StringComparison.Ordinal) && lists.Maps(setting with { Value = word }) is [{ Outside: { } outside }]) return outside.Source;
        }

        return null;
    }

    private static bool IsServerCheck(string word) =>
        word.StartsWith("check_", StringComparison.OrdinalIgnoreCase) && (word.EndsWith("_a_access", StringComparison.OrdinalIgnoreCase) || word.EndsWith("_mx_access", StringComparison.OrdinalIgnoreCase) || word.EndsWith("_ns_access", StringComparison.OrdinalIgnoreCase));
}
