namespace Gatepost.RealServers.Differential.Postfix;

internal sealed partial class Generator
{
    private sealed record Choice(string Name, int Percent, params string[] Values)
    {
        public string Feature => $"setting {Name}";
    }

    private static readonly Choice[] s_switches =
    [
        new("compatibility_level", 70, "0", "1", "2", "3.6", "3.6", "3.6"),
        new("smtpd_delay_reject", 25, "yes", "no", "no", "NO", "${compatibility_level?{no}:{yes}}"), new("smtpd_relay_before_recipient_restrictions", 25, "yes", "no", "${{$compatibility_level} <level {2} ? {no} : {yes}}"),
        new("smtpd_helo_required", 10, "yes"), new("soft_bounce", 6, "yes"), new("smtpd_reject_unlisted_recipient", 25, "no", "yes"), new("smtpd_reject_unlisted_sender", 10, "yes"),
        new("show_user_unknown_table_name", 8, "no"), new("smtpd_null_access_lookup_key", 5, "null", "nobody"), new("recipient_delimiter", 20, "+", "+-", "-"),
        new("allow_percent_hack", 10, "no"), new("swap_bangpath", 10, "no"), new("resolve_dequoted_address", 10, "no"), new("allow_untrusted_routing", 12, "yes"), new("resolve_null_domain", 5, "yes"), new("resolve_numeric_domain", 8, "yes"),
        new("append_at_myorigin", 4, "yes"), new("append_dot_mydomain", 12, "yes", "no"), new("myorigin", 12, "$mydomain", "far.test", "rel.test"), new("mydomain", 6, "example.org", "rel.test", "test"),
        new("parent_domain_matches_subdomains", 25, "", "relay_domains", "smtpd_access_maps", "mynetworks", "relay_domains, smtpd_access_maps, mynetworks", "!relay_domains, smtpd_access_maps"),
        new("strict_rfc821_envelopes", 5, "yes"), new("strict_mime_encoding_domain", 1, "yes"), new("empty_address_recipient", 4, "bob"), new("empty_address_default_transport_maps_lookup_key", 2, "<>"),
        new("access_map_reject_code", 4, "550", "450"), new("access_map_defer_code", 3, "454"), new("reject_code", 4, "550", "450"), new("defer_code", 3, "451", "550"), new("relay_domains_reject_code", 4, "550", "450", "571"),
        new("unknown_client_reject_code", 3, "550"), new("unknown_hostname_reject_code", 3, "550"), new("unknown_address_reject_code", 4, "550"), new("unknown_address_tempfail_action", 4, "defer", "$reject_tempfail_action"), new("reject_tempfail_action", 3, "defer"), new("unknown_helo_hostname_tempfail_action", 3, "defer"),
        new("invalid_hostname_reject_code", 3, "550", "450"), new("non_fqdn_reject_code", 3, "550", "450"), new("maps_rbl_reject_code", 3, "550", "450"), new("plaintext_reject_code", 3, "550", "530"), new("multi_recipient_bounce_reject_code", 3, "450"),
        new("unknown_local_recipient_reject_code", 4, "450"), new("unknown_virtual_alias_reject_code", 4, "450"), new("unknown_virtual_mailbox_reject_code", 4, "450"), new("unknown_relay_recipient_reject_code", 4, "450"),
        new("proxy_interfaces", 12, "198.51.100.4", "198.51.100.4, 198.51.100.5"), new("inet_interfaces", 12, "127.0.0.1", "loopback-only", "127.0.0.1, ::1"), new("relayhost", 4, "[relay.far.test]"),
        new("permit_mx_backup_networks", 8, "198.51.100.0/24", "10.0.0.0/8", "!198.51.100.20, 198.51.100.0/24"), new("smtpd_reject_footer", 3, "call us"), new("default_rbl_reply", 3, "$rbl_code go away ${rbl_reason?because $rbl_reason}"), new("smtpd_sasl_local_domain", 3, "example.org"), new("smtpd_client_port_logging", 2, "yes"),
        new("smtpd_policy_service_timeout", 2, "10s"), new("unverified_recipient_reject_code", 1, "550"), new("biff", 2, "no"), new("nosuch_parameter", 2, "x"),
    ];

    private void Basics()
    {
        Set("myhostname", "mx.example.org");
        Set("alias_maps", "");
    }

    private void Switch(Choice choice)
    {
        Use(choice.Feature);
        Set(choice.Name, _chance.One(choice.Values));
    }

    private void Domains()
    {
        if (_chance.Percent(75)) DomainList("mydestination", ["$myhostname", "localhost", "$mydomain", "localhost.$mydomain", "example.org", "${mydomain}"]);
        if (_chance.Percent(55)) DomainList("relay_domains", ["rel.test", "a.rel.test", "$mydestination", ".rel.test", "test"]);
        if (_chance.Percent(25)) DomainList("virtual_alias_domains", ["alias.test", "$virtual_alias_maps"]);
        if (_chance.Percent(25)) Set("virtual_alias_maps", Tables("mail", Target));
        if (_chance.Percent(25)) DomainList("virtual_mailbox_domains", ["box.test", "$virtual_mailbox_maps", "rel.test"]);
        if (_chance.Percent(25)) Set("virtual_mailbox_maps", Tables("mail", () => "x"));
    }

    private void DomainList(string name, string[] usual)
    {
        Use($"domains {name}");
        var items = new List<string>(_chance.Some(usual, 1, 3));
        for (var more = _chance.Between(0, 2); more > 0; more--) items.Insert(_chance.Between(0, items.Count), DomainItem());
        if (_chance.Percent(4)) items.Clear();
        SetList(name, items);
    }

    private string DomainItem() => _chance.Between(0, 13) switch
    {
        0 => "!" + _chance.One(PostfixWorld.Domains),
        1 => "." + _chance.One(PostfixWorld.Domains),
        2 or 3 or 4 => Table("domain", () => _chance.One("x", "OK", "1")),
        5 => ListFile(() => _chance.One(PostfixWorld.Domains)),
        6 => _chance.One(PostfixWorld.Domains).ToUpperInvariant(),
        7 => _chance.One(PostfixWorld.OddDomains) is var odd && odd.StartsWith('[') ? odd : "host",
        8 when _chance.Percent(10) => PostfixCase.Folder + "missing",
        _ => _chance.One(PostfixWorld.Domains),
    };

    private string ListFile(Func<string> line)
    {
        Use("list in a file");
        var file = $"t{++_tables}";
        foreach (var text in Several(line)) _parts.Add(new ConfigPart.Entry(file, text));
        return $"{_chance.One("", "", "!")}{PostfixCase.Folder}{file}";
    }

    private void Networks()
    {
        if (_chance.Percent(10)) Switch(new Choice("mynetworks_style", 100, "host", "subnet", "class"));
        if (!_chance.Percent(80)) return;
        var items = new List<string>(_chance.Some(PostfixWorld.Networks[..8], 1, 3));
        for (var more = _chance.Between(0, 2); more > 0; more--) items.Insert(_chance.Between(0, items.Count), NetworkItem());
        SetList("mynetworks", items);
    }

    private string NetworkItem() => _chance.Between(0, 11) switch
    {
        0 or 1 => Use("mynetworks exclusion")[..0] + "!" + _chance.One(PostfixWorld.Networks),
        2 => Use("mynetworks host bits")[..0] + _chance.One("10.0.0.1/24", "192.0.2.7/30", "[2001:db8::1]/64", "300.1.1.1", "10.0.0.0/33"),
        3 => Use("mynetworks name")[..0] + _chance.One("mx.good.test", "good.test", ".good.test", "localhost", "rel.test", "test", "nat.example.org"),
        4 or 5 => Use("mynetworks table")[..0] + Table("client", () => _chance.One("OK", "x", "REJECT")),
        6 => Use("mynetworks file")[..0] + ListFile(() => _chance.One(PostfixWorld.Networks)),
        _ => _chance.One(PostfixWorld.Networks),
    };

    private void Recipients()
    {
        // The default asks the system for its users.
        Set("local_recipient_maps", _chance.Percent(65) ? "" : Tables("mail", () => "x"));
        foreach (var name in new[] { "relay_recipient_maps", "recipient_canonical_maps", "canonical_maps", "sender_canonical_maps" })
            if (_chance.Percent(12)) Set(Use($"maps {name}")[5..], Tables("mail", Target));
        if (_chance.Percent(18)) Set(Use("maps transport_maps")[5..], Tables("mail", () => _chance.One("smtp:[10.0.0.1]", "error:gone", "error:5.1.9 gone away", "retry:later", "retry:4.2.9 later", ":", "local:", "relay:[10.0.0.2]", "error", "smtp", "virtual:x")));
    }

    private string Target() => _chance.One("x@example.org", "bob@example.org", "u@far.test", "bob", "u@box.test, a@rel.test", "@far.test", "a@alias.test");

    private string Tables(string subject, Func<string> value) => string.Join(_chance.One(", ", " "), Enumerable.Range(0, _chance.Percent(80) ? 1 : 2).Select(_ => Table(subject, value)));

    private bool _hasLogins;

    private void Logins()
    {
        _hasLogins = _chance.Percent(60);
        if (!_hasLogins) return;
        Set("smtpd_sasl_auth_enable", "yes");
        if (_chance.Percent(50)) Set("smtpd_sender_login_maps", Tables("sender", () => _chance.One("bob", "alice", "bob, alice", "bob@example.org", "carol bob")));
    }

    private bool _hasTls;
    private string _digest = "";

    private void Certificates()
    {
        _hasTls = _chance.Percent(15);
        if (!_hasTls) return;
        Use("tls");
        Set("smtpd_tls_security_level", _chance.One("may", "may", "may", "encrypt"));
        Set("smtpd_tls_chain_files", PostfixCase.Folder + TestCertificates.ServerFile);
        Set("smtpd_tls_CAfile", PostfixCase.Folder + TestCertificates.AuthorityFile);
        Set("smtpd_tls_ask_ccert", "yes");
        Set("smtpd_tls_fingerprint_digest", _digest = _chance.One("sha256", "sha1", "md5"));
        if (_chance.Percent(60)) Set("relay_clientcerts", Table("certificate", () => "x"));
    }
}
