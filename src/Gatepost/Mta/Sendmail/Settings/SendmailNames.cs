using System.Collections.Frozen;

namespace Gatepost.Mta.Sendmail.Settings;

/// <summary>The names that Sendmail's m4 files know, from cf/README and the files themselves (8.14 to 8.18).</summary>
internal static class SendmailNames
{
    /// <summary>Features that say nothing about which recipients are accepted.</summary>
    public static FrozenSet<string> IrrelevantFeatures { get; } = Set(
        "allmasquerade always_add_domain authinfo bcc check_cert_altnames check_other conncontrol domainmap generics_entire_domain genericstable greet_pause "
        + "limited_masquerade local_lmtp local_no_masquerade local_procmail masquerade_entire_domain masquerade_envelope notsticky queuegroup ratecontrol redirect smrsh "
        + "stickyhost sts tls_failures tls_session_features use_ct_file preserve_local_plus_detail preserve_luser_host msp nodns mtamark compat_check "
        + "no_default_msa nocanonify");

    /// <summary>Features that decide, and are followed.</summary>
    public static FrozenSet<string> RelevantFeatures { get; } = Set(
        "access_db relay_hosts_only relay_entire_domain promiscuous_relay relay_local_from relay_mail_from relay_based_on_MX loose_relay_check "
        + "accept_unqualified_senders accept_unresolvable_domains delay_checks blacklist_recipients blocklist_recipients use_cw_file virtusertable "
        + "virtuser_entire_domain mailertable nouucp nopercenthack require_rdns block_bad_helo lookupdotdomain domaintable use_client_ptr dnsbl enhdnsbl");

    /// <summary>Features that decide, and are not followed.</summary>
    public static FrozenSet<string> UnmodelledFeatures { get; } = Set("badmx bitdomain uucpdomain bestmx_is_local drac ldap_routing nullclient prefixmod rhsbl vnet");

    /// <summary>Names that <c>define</c> takes.</summary>
    public static FrozenSet<string> Definitions { get; } = Set(
        "confALIAS_WAIT confALLOW_BOGUS_HELO confAUTH_MAX_BITS confAUTH_MECHANISMS confAUTH_OPTIONS confAUTH_REALM confAUTO_REBUILD confBAD_RCPT_THROTTLE confBIND_OPTS "
        + "confBLANK_SUB confCACERT confCACERT_PATH confCERT_FINGERPRINT_ALGORITHM confCF_VERSION confCHECKPOINT_INTERVAL confCHECK_ALIASES confCIPHER_LIST confCLIENT_CERT "
        + "confCLIENT_KEY confCLIENT_OPTIONS confCLIENT_SSL_OPTIONS confCOLON_OK_IN_ADDR confCONNECTION_RATE_THROTTLE confCONNECTION_RATE_WINDOW_SIZE confCONNECT_ONLY_TO "
        + "confCONTROL_SOCKET_NAME confCON_EXPENSIVE confCOPY_ERRORS_TO confCRL confCRL_PATH confCR_FILE confCT_FILE confCW_FILE confDAEMON_OPTIONS confDANE confDEAD_LETTER_DROP "
        + "confDEF_AUTH_INFO confDEF_CHAR_SET confDEF_GROUP_ID confDEF_USER_ID confDELAY_LA confDELIVERY_MODE confDELIVER_BY_MIN confDEQUOTE_OPTS confDF_BUFFER_SIZE "
        + "confDH_PARAMETERS confDIAL_DELAY confDIRECT_SUBMISSION_MODIFIERS confDOMAIN_NAME confDONT_BLAME_SENDMAIL confDONT_EXPAND_CNAMES confDONT_INIT_GROUPS "
        + "confDONT_PROBE_INTERFACES confDONT_PRUNE_ROUTES confDOUBLE_BOUNCE_ADDRESS confEBINDIR confEIGHT_BIT_HANDLING confERROR_MESSAGE confERROR_MODE confFALLBACK_MX "
        + "confFALLBACK_SMARTHOST confFAST_SPLIT confFORWARD_PATH confFROM_HEADER confFROM_LINE confHELO_NAME confHOSTS_FILE confHOST_STATUS_DIRECTORY confIGNORE_DOTS "
        + "confINPUT_MAIL_FILTERS confLDAP_CLUSTER confLDAP_DEFAULT_SPEC confLOCAL_MAILER confLOG_LEVEL confMAILBOX_DATABASE confMAILER_NAME confMATCH_GECOS "
        + "confMAX_ALIAS_RECURSION confMAX_DAEMON_CHILDREN confMAX_HEADERS_LENGTH confMAX_HOP confMAX_MESSAGE_SIZE confMAX_MIME_HEADER_LENGTH confMAX_NOOP_COMMANDS "
        + "confMAX_QUEUE_AGE confMAX_QUEUE_CHILDREN confMAX_QUEUE_RUN_SIZE confMAX_RCPTS_PER_MESSAGE confMAX_RUNNERS_PER_QUEUE confMCI_CACHE_SIZE confMCI_CACHE_TIMEOUT "
        + "confMESSAGEID_HEADER confMESSAGE_TIMEOUT confME_TOO confMILTER_LOG_LEVEL confMILTER_MACROS_CONNECT confMILTER_MACROS_DATA confMILTER_MACROS_ENVFROM "
        + "confMILTER_MACROS_ENVRCPT confMILTER_MACROS_EOH confMILTER_MACROS_EOM confMILTER_MACROS_HELO confMIME_FORMAT_ERRORS confMIN_FREE_BLOCKS confMIN_QUEUE_AGE "
        + "confMUST_QUOTE_CHARS confNICE_QUEUE_RUN confNO_RCPT_ACTION confOLD_STYLE_HEADERS confOPERATORS confPID_FILE confPRIVACY_FLAGS confPROCESS_TITLE_PREFIX confQUEUE_FACTOR "
        + "confQUEUE_FILE_MODE confQUEUE_LA confQUEUE_SORT_ORDER confRAND_FILE confRCPTREJ_MSG confREAD_TIMEOUT confRECEIVED_HEADER confREFUSE_LA confREJECT_LOG_INTERVAL "
        + "confREJECT_MSG confREJECT_NUL confRELAY_MAILER confRELAY_MSG confREQUIRES_DIR_FSYNC confRRT_IMPLIES_DSN confRUN_AS_USER confSAFE_FILE_ENV confSAFE_QUEUE "
        + "confSAVE_FROM_LINES confSEPARATE_PROC confSERVER_CERT confSERVER_KEY confSERVER_SSL_OPTIONS confSERVICE_SWITCH_FILE confSEVEN_BIT_INPUT confSHARED_MEMORY_KEY "
        + "confSHARED_MEMORY_KEY_FILE confSINGLE_LINE_FROM_HEADER confSINGLE_THREAD_DELIVERY confSMTP_LOGIN_MSG confSMTP_MAILER confSOFT_BOUNCE confSSL_ENGINE "
        + "confSSL_ENGINE_PATH confTEMP_FILE_MODE confTIME_ZONE confTLS_FALLBACK_TO_CLEAR confTLS_SRV_OPTIONS confTO_ACONNECT confTO_AUTH confTO_COMMAND confTO_CONNECT "
        + "confTO_CONTROL confTO_DATABLOCK confTO_DATAFINAL confTO_DATAINIT confTO_FILEOPEN confTO_HELO confTO_HOSTSTATUS confTO_ICONNECT confTO_IDENT confTO_INITIAL confTO_LHLO "
        + "confTO_MAIL confTO_MISC confTO_QUEUERETURN confTO_QUEUERETURN_DSN confTO_QUEUERETURN_NONURGENT confTO_QUEUERETURN_NORMAL confTO_QUEUERETURN_URGENT confTO_QUEUEWARN "
        + "confTO_QUEUEWARN_DSN confTO_QUEUEWARN_NONURGENT confTO_QUEUEWARN_NORMAL confTO_QUEUEWARN_URGENT confTO_QUIT confTO_RCPT confTO_RESOLVER_RETRANS "
        + "confTO_RESOLVER_RETRANS_FIRST confTO_RESOLVER_RETRANS_NORMAL confTO_RESOLVER_RETRY confTO_RESOLVER_RETRY_FIRST confTO_RESOLVER_RETRY_NORMAL confTO_RSET "
        + "confTO_STARTTLS confTRUSTED_USER confTRUSTED_USERS confTRY_NULL_MX_LIST confUNSAFE_GROUP_WRITES confUSERDB_SPEC confUSE_COMPRESSED_IPV6_ADDRESSES confUSE_ERRORS_TO "
        + "confUSE_MSP confUUCP_MAILER confWORK_CLASS_FACTOR confWORK_RECIPIENT_FACTOR confWORK_TIME_FACTOR confXF_BUFFER_SIZE");

    /// <summary>Definitions that decide, or whose value is read otherwise, by the cf option they become.</summary>
    public static FrozenDictionary<string, string> Options { get; } = new Dictionary<string, string>
    {
        ["confPRIVACY_FLAGS"] = "PrivacyOptions",
        ["confALLOW_BOGUS_HELO"] = "AllowBogusHELO",
        ["ALIAS_FILE"] = "AliasFile",
        ["confDELIVERY_MODE"] = "DeliveryMode",
        ["confUSE_COMPRESSED_IPV6_ADDRESSES"] = "UseCompressedIPv6Addresses",
        ["confOPERATORS"] = "OperatorChars",
        ["confBLANK_SUB"] = "BlankSub",
        ["confDEQUOTE_OPTS"] = "DequoteOptions",
        ["confCOLON_OK_IN_ADDR"] = "ColonOkInAddr",
        ["confREJECT_MSG"] = "RejectMessage",
        ["confRELAY_MSG"] = "RelayMessage",
        ["confRCPTREJ_MSG"] = "RecipientRejectMessage",
        ["confLOCAL_MAILER"] = "LocalMailer",
        ["confSOFT_BOUNCE"] = "SoftBounce",
        ["SMART_HOST"] = "SmartHost",
        ["LUSER_RELAY"] = "LocalUserRelay",
        ["MAIL_HUB"] = "MailHub",
        ["LOCAL_RELAY"] = "LocalRelay",
        ["LOCAL_MAILER_FLAGS"] = "LocalMailerFlags",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every feature.</summary>
    public static IEnumerable<string> Features => [.. IrrelevantFeatures, .. RelevantFeatures, .. UnmodelledFeatures];

    /// <summary>The known name that is written most like one; null where none is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> known) =>
        known.Select(k => (Name: k, Distance: Distance(name.ToLowerInvariant(), k.ToLowerInvariant()))).Where(static c => c.Distance <= 3)
            .OrderBy(static c => c.Distance).ThenBy(static c => c.Name, StringComparer.Ordinal).Select(static c => c.Name).FirstOrDefault();

    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 3) return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[b.Length];
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
