namespace Gatepost.RealServers.Differential.Postfix;

internal sealed partial class Generator
{
    private sealed record Restriction(string Name, int Weight, Func<Generator, string>? Text = null)
    {
        public string Feature => $"restriction {Name}";
    }

    private static readonly Restriction[] s_restrictions =
    [
        new("permit", 4), new("reject", 6), new("defer", 2), new("defer_if_permit", 3), new("defer_if_reject", 3),
        new("warn_if_reject", 5, static g => $"warn_if_reject{g._chance.One(" ", ", ")}{g.Restrict(1)}"),
        new("reject_plaintext_session", 1), new("reject_unauth_pipelining", 1), new("sleep", 1, static g => $"sleep {g._chance.One("0", "0", "x")}"),
        new("class", 8, static g => g._classes.Count == 0 ? "permit_mynetworks" : g._chance.One(g._classes)),
        new("unknown name", 1, static g => g._chance.One("reject_unauth_dest", "permit_everything", "reject_unauth_destination;", "check_relay_domain")),
        new("bare map", 3, static g => g.Table(g._list switch { "client" => "client", "helo" => "helo", "sender" => "sender", _ => "recipient" })),
        new("in capitals", 2, static g => g._chance.One("PERMIT_MYNETWORKS", "Reject_Unauth_Destination", "Permit", "REJECT")),
        new("gone", 1, static g => g._chance.One("check_relay_domains", "permit_naked_ip_address", "reject_maps_rbl", "reject_unknown_client", "reject_invalid_hostname", "reject_non_fqdn_hostname", "reject_unknown_hostname")),
        new("argument missing", 1, static g => g._chance.One("check_client_access", "reject_rbl_client", "warn_if_reject")),
        new("map type missing", 1, static g => g._chance.One("check_sender_access t1", "check_recipient_access /etc/postfix/t1")),
        new("permit_inet_interfaces", 2), new("permit_mynetworks", 10), new("permit_sasl_authenticated", 10),
        new("permit_tls_clientcerts", 2), new("permit_tls_all_clientcerts", 2),
        new("check_client_access", 10, static g => g.Access("client", "client")), new("check_reverse_client_hostname_access", 3, static g => g.Access("reverse_client_hostname", "client")),
        new("check_helo_access", 6, static g => g.Access("helo", "helo")), new("check_sender_access", 10, static g => g.Access("sender", "sender")),
        new("check_recipient_access", 12, static g => g.Access("recipient", "recipient")), new("check_sasl_access", 2, static g => g.Access("sasl", "login")),
        new("check_ccert_access", 2, static g => g.Access("ccert", "certificate")),
        new("check_client_a_access", 1, static g => g.Access("client_a", "address")), new("check_client_mx_access", 1, static g => g.Access("client_mx", "host")),
        new("check_client_ns_access", 1, static g => g.Access("client_ns", "host")), new("check_reverse_client_hostname_a_access", 1, static g => g.Access("reverse_client_hostname_a", "address")),
        new("check_reverse_client_hostname_mx_access", 1, static g => g.Access("reverse_client_hostname_mx", "host")), new("check_reverse_client_hostname_ns_access", 1, static g => g.Access("reverse_client_hostname_ns", "host")),
        new("check_helo_a_access", 1, static g => g.Access("helo_a", "address")), new("check_helo_mx_access", 1, static g => g.Access("helo_mx", "host")), new("check_helo_ns_access", 1, static g => g.Access("helo_ns", "host")),
        new("check_sender_a_access", 1, static g => g.Access("sender_a", "address")), new("check_sender_mx_access", 1, static g => g.Access("sender_mx", "host")), new("check_sender_ns_access", 1, static g => g.Access("sender_ns", "host")),
        new("check_recipient_a_access", 1, static g => g.Access("recipient_a", "address")), new("check_recipient_mx_access", 1, static g => g.Access("recipient_mx", "host")), new("check_recipient_ns_access", 1, static g => g.Access("recipient_ns", "host")),
        new("reject_unknown_client_hostname", 2), new("reject_unknown_reverse_client_hostname", 2),
        new("reject_rbl_client", 2, static g => $"reject_rbl_client {g.Zone()}"), new("reject_rhsbl_client", 1, static g => $"reject_rhsbl_client {g.Zone()}"),
        new("reject_rhsbl_reverse_client", 1, static g => $"reject_rhsbl_reverse_client {g.Zone()}"), new("reject_rhsbl_helo", 1, static g => $"reject_rhsbl_helo {g.Zone()}"),
        new("reject_rhsbl_sender", 1, static g => $"reject_rhsbl_sender {g.Zone()}"), new("reject_rhsbl_recipient", 1, static g => $"reject_rhsbl_recipient {g.Zone()}"),
        new("permit_dnswl_client", 1, static g => $"permit_dnswl_client {g.Zone()}"), new("permit_rhswl_client", 1, static g => $"permit_rhswl_client {g.Zone()}"),
        new("reject_invalid_helo_hostname", 3), new("reject_non_fqdn_helo_hostname", 3), new("reject_unknown_helo_hostname", 2),
        new("reject_unknown_sender_domain", 2), new("reject_non_fqdn_sender", 3), new("reject_unlisted_sender", 3),
        new("reject_sender_login_mismatch", 2), new("reject_authenticated_sender_login_mismatch", 2), new("reject_known_sender_login_mismatch", 2), new("reject_unauthenticated_sender_login_mismatch", 2),
        new("permit_auth_destination", 5), new("reject_unauth_destination", 12), new("defer_unauth_destination", 4), new("permit_mx_backup", 2),
        new("reject_unknown_recipient_domain", 2), new("reject_non_fqdn_recipient", 3), new("reject_unlisted_recipient", 4), new("reject_multi_recipient_bounce", 2),
    ];

    private static readonly (string Name, string Kind)[] s_lists =
        [("smtpd_client_restrictions", "client"), ("smtpd_helo_restrictions", "helo"), ("smtpd_sender_restrictions", "sender"), ("smtpd_relay_restrictions", "recipient"), ("smtpd_recipient_restrictions", "recipient")];

    // Which list an item is made for: a bare map means another thing in each.
    private string _list = "recipient";

    private void Classes()
    {
        if (!_chance.Percent(40)) return;
        var names = _chance.Some(["myclass", "other", "Third"], 1, 3);
        SetList("smtpd_restriction_classes", names);
        foreach (var name in names)
        {
            _list = "class";
            // A class may enter those before it, so that none enters itself.
            SetList(name, Some(1, 3));
            _classes.Add(name);
        }
    }

    private void Lists()
    {
        // Without a refusal for strangers in one of the two smtpd does not even start; that is seen often enough.
        var lists = _chance.One("relay", "relay", "relay", "recipient", "both", "any");
        foreach (var (name, kind) in s_lists)
        {
            _list = kind;
            var isDestination = kind == "recipient";
            var isUsual = isDestination && lists == "both" || name == $"smtpd_{lists}_restrictions";
            if (!isUsual && !_chance.Percent(isDestination ? 35 : 30)) continue;
            SetList(name, isDestination && (isUsual || _chance.Percent(60)) ? Usual() : Some(1, isDestination ? 5 : 3));
        }
    }

    private IEnumerable<string> Some(int least, int most) => [.. Enumerable.Range(0, _chance.Between(least, most)).Select(_ => Restrict(0))];

    // As administrators write it, with something added in the middle of it.
    private List<string> Usual()
    {
        var list = new List<string>(_chance.One<string[]>(
            ["permit_mynetworks", "permit_sasl_authenticated", "reject_unauth_destination"], ["permit_mynetworks", "reject_unauth_destination"], ["permit_mynetworks", "permit_sasl_authenticated", "defer_unauth_destination"],
            ["permit_sasl_authenticated", "reject"], ["reject_unauth_destination"], ["permit_auth_destination", "reject"], ["permit_mynetworks", "reject_unauth_destination", "permit"]));
        for (var more = _chance.Between(0, 4); more > 0; more--) list.Insert(_chance.Between(0, list.Count), Restrict(0));
        return list;
    }

    private string Restrict(int depth)
    {
        while (true)
        {
            var choice = _chance.Weighted(s_restrictions, static r => r.Weight);
            if (depth > 0 && choice.Name is "warn_if_reject") continue;
            // Before the sender lists Postfix remembers of a session before whether it looked: what it does is chance.
            if (_list is "client" or "helo" or "class" && choice.Name is "reject_unlisted_sender") continue;
            Use(choice.Feature);
            return choice.Text?.Invoke(this) ?? choice.Name;
        }
    }

    private string Access(string what, string subject) =>
        _chance.Percent(4) ? $"{{ check_{what}_access {Table(subject)} }}" : $"check_{what}_access {Table(subject)}";

    private string Zone() => _chance.One("bl.test", "bl.test", "wl.test", "bl.test=127.0.0.3", "bl.test=127.0.0.[2..4]", "wl.test=127.0.0.[2;5]", "down.test", "gone.test");

    private void Submission()
    {
        Use("master.cf -o");
        foreach (var option in _chance.Some<string>(
            [
                "smtpd_relay_restrictions=permit_sasl_authenticated,reject", "{ smtpd_relay_restrictions = permit_sasl_authenticated, reject }", "smtpd_recipient_restrictions=", "smtpd_client_restrictions=permit_sasl_authenticated,reject",
                "smtpd_delay_reject=no", "smtpd_client_restrictions=$mua_client_restrictions", "mynetworks=10.0.0.0/8", "mydestination=rel.test", "smtpd_reject_unlisted_recipient=no",
                "smtpd_helo_restrictions=", "smtpd_sender_restrictions=reject_sender_login_mismatch", "smtpd_sasl_auth_enable=yes", "smtpd_sasl_auth_enable=no", "{smtpd_recipient_restrictions=permit_mynetworks, reject_unauth_destination}", "smtpd_tls_security_level=encrypt", "relay_domains=", "soft_bounce=yes",
            ], 1, 4)) _parts.Add(new ConfigPart.Override("submission", option));
        if (_chance.Percent(50)) Set("mua_client_restrictions", "permit_sasl_authenticated, reject_unknown_client_hostname, permit_mynetworks, reject");
    }
}
