using System.Collections.Frozen;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary>Variables (specification chapter 11, section 9) and what they are at a place: parts of the attempt, constants, or known to the outside only.</summary>
internal static class EximVariables
{
    private static readonly FrozenSet<string> s_outside = ("""
        acl_verify_message address_data address_file address_pipe arc_domains arc_oldest_pass arc_state arc_state_reason auth1 auth2 auth3 auth4
        authenticated_fail_id authentication_failed av_failed bmi_alt_location bmi_base64_tracker_verdict bmi_base64_verdict bmi_deliver body_linecount
        body_zerocount bounce_recipient bounce_return_size_limit caller_gid caller_uid callout_address compile_date compile_number config_dir config_file
        connection_id csa_status dcc_header dcc_result dkim_algo dkim_bodylength dkim_canon_body dkim_canon_headers dkim_copiedheaders dkim_created
        dkim_cur_signer dkim_domain dkim_expires dkim_headernames dkim_identity dkim_key_granularity dkim_key_length dkim_key_nosubdomains dkim_key_notes
        dkim_key_srvtype dkim_key_testing dkim_selector dkim_signers dkim_verify_reason dkim_verify_signers dkim_verify_status dmarc_domain_policy
        dmarc_status dmarc_status_text dmarc_used_domain dnslist_domain dnslist_matched dnslist_text dnslist_value event_data event_defer_errno event_name
        exim_gid exim_path exim_uid headers_added home host host_address host_data host_lookup_deferred host_lookup_failed host_port initial_cwd inode ldap_dn
        load_average local_part_prefix local_part_prefix_v local_part_suffix local_part_suffix_v local_scan_data local_user_gid local_user_uid
        localhost_number log_inodes log_space lookup_dnssec_authenticated mailstore_basename malware_name max_received_linelength message_age message_body
        message_body_end message_body_size message_exim_id message_headers message_headers_raw message_id message_linecount message_size message_smtputf8
        mime_anomaly_level mime_anomaly_text mime_boundary mime_charset mime_content_description mime_content_disposition mime_content_id mime_content_size
        mime_content_transfer_encoding mime_content_type mime_decoded_filename mime_filename mime_is_coverletter mime_is_multipart mime_is_rfc822
        mime_part_count n0 n1 n2 n3 n4 n5 n6 n7 n8 n9 original_domain original_local_part originator_gid originator_uid parent_domain parent_local_part pid
        prdr_requested proxy_external_address proxy_external_port proxy_local_address proxy_local_port proxy_session prvscheck_address prvscheck_keynum
        prvscheck_result queue_name queue_size rcpt_defer_count rcpt_fail_count received_count received_for received_protocol received_time recipient_data
        recipient_verify_failure regex_match_string reply_address return_size_limit router_name run_in_order runrc self_hostname sender_address_data
        sender_data sender_fullhost sender_helo_dnssec sender_helo_verified sender_host_dnssec sender_host_port sender_ident sender_rate sender_rate_limit
        sender_rate_period sender_rcvhost sender_verify_failure sending_ip_address sending_port smtp_command smtp_command_argument smtp_command_history
        smtp_count_at_connection_start smtp_notquit_reason sn0 sn1 sn2 sn3 sn4 sn5 sn6 sn7 sn8 sn9 spam_action spam_bar spam_report spam_score spam_score_int
        spf_guess spf_header_comment spf_received spf_result spf_result_guessed spf_smtp_comment spool_directory spool_inodes spool_space srs_recipient
        thisaddress tls_bits tls_certificate_verified tls_in_bits tls_in_certificate_verified tls_in_cipher_std tls_in_ocsp tls_in_ourcert tls_in_peercert
        tls_in_peerdn tls_in_resumption tls_in_sni tls_in_ver tls_out_bits tls_out_certificate_verified tls_out_cipher tls_out_cipher_std tls_out_dane
        tls_out_ocsp tls_out_ourcert tls_out_peercert tls_out_peerdn tls_out_resumption tls_out_sni tls_out_tlsa_usage tls_out_ver tls_peerdn tls_sni
        tod_bsdinbox tod_epoch tod_epoch_l tod_full tod_log tod_logfile tod_zone tod_zulu transport_name verify_mode warn_message_delay warn_message_recipient
        warn_message_recipients warnmsg_delay warnmsg_recipient warnmsg_recipients
        """).Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The variable; null where Exim knows none of that name.</summary>
    public static Expansion? Find(ExpansionContext context, string name)
    {
        var world = context.World;
        return name switch
        {
            "domain" => From(context, EximPhase.Rcpt, AttemptPart.Domain),
            "local_part" => From(context, EximPhase.Rcpt, AttemptPart.LocalPart),
            "sender_address" or "return_path" => From(context, EximPhase.Mail, AttemptPart.Sender),
            "sender_address_domain" => From(context, EximPhase.Mail, AttemptPart.SenderDomain),
            "sender_address_local_part" => From(context, EximPhase.Mail, AttemptPart.SenderLocalPart),
            "sender_helo_name" => From(context, EximPhase.Helo, AttemptPart.Helo),
            "sender_host_name" => new PartExpansion(AttemptPart.HostName),
            "sender_host_address" => new PartExpansion(AttemptPart.Client),
            "authenticated_id" => From(context, EximPhase.Mail, AttemptPart.Login),
            "authenticated_sender" => context.Phase < EximPhase.Mail ? Empty : new OutsideExpansion(),
            "sender_host_authenticated" => Authenticator(context),
            "primary_hostname" => new Literal(world.PrimaryHostname),
            "qualify_domain" => new Literal(world.QualifyDomain),
            "qualify_recipient" => new Literal(world.QualifyRecipient),
            "smtp_active_hostname" => world.Option("smtp_active_hostname") is null ? new Literal(world.PrimaryHostname) : new OutsideExpansion(),
            "interface_port" or "received_port" => world.Port is { } port ? new Literal($"{port}") : new OutsideExpansion(),
            "interface_address" or "received_ip_address" => new OutsideExpansion(),
            "tls_cipher" or "tls_in_cipher" => new Branch(new TlsTest { Written = name, Origin = Origin.Default }, new OutsideExpansion(), Empty),
            // The first recipient of the first message.
            "rcpt_count" => new Literal(context.Phase == EximPhase.Rcpt ? "1" : "0"),
            "recipients_count" or "acl_narg" => new Literal("0"),
            "recipients" => Empty,
            "domain_data" or "local_part_data" => new OutsideExpansion(),
            "version_number" or "exim_version" => new OutsideExpansion(),
            "item" or "acl_arg1" or "acl_arg2" or "acl_arg3" or "acl_arg4" or "acl_arg5" or "acl_arg6" or "acl_arg7" or "acl_arg8" or "acl_arg9" => Empty,
            _ => s_outside.Contains(name) || name.StartsWith("auth", StringComparison.Ordinal) ? new OutsideExpansion() : null,
        };
    }

    private static Literal Empty => new("");

    private static Expansion From(ExpansionContext context, EximPhase phase, AttemptPart part) => context.Phase < phase ? Empty : new PartExpansion(part);

    private static Expansion Authenticator(ExpansionContext context)
    {
        if (context.Phase < EximPhase.Mail) return Empty;
        var world = context.World;
        return new PartExpansion(new AttemptPart("sender_host_authenticated", Dimension.Login, PartKind.Text, false, s => s.Attempt.Login is { } login ? world.AuthenticatorOf(login.Mechanism) : ""));
    }

    /// <summary>The session is encrypted.</summary>
    private sealed class TlsTest : Test
    {
        public override bool IsOutside => false;

        public override bool MayFail => false;

        public override Truth Decide(ref Scope scope) => scope.Session is not { } session ? Truth.Unknown : session.Attempt.Tls is null ? Truth.No : Truth.Yes;

        protected override Choices<Truth> Compiled() => Choices.If(new HasTls(), Truth.Yes, Truth.No);
    }
}
