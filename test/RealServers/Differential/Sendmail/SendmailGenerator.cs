namespace Gatepost.RealServers.Differential.Sendmail;

/// <summary>Makes configurations by chance.</summary>
internal sealed partial class SendmailGenerator(Random random)
{
    private const string Mc = "sendmail.mc";
    private readonly List<SendmailPart> _parts = [];

    private static readonly (string Feature, int Percent)[] s_features =
    [
        ("FEATURE(`relay_hosts_only')", 15), ("FEATURE(`relay_entire_domain')", 8), ("FEATURE(`promiscuous_relay')", 4), ("FEATURE(`relay_local_from')", 10),
        ("FEATURE(`relay_mail_from')", 8), ("FEATURE(`relay_mail_from', `domain')", 8), ("FEATURE(`relay_based_on_MX')", 10), ("FEATURE(`loose_relay_check')", 8),
        ("FEATURE(`accept_unqualified_senders')", 15), ("FEATURE(`accept_unresolvable_domains')", 30), ("FEATURE(`blocklist_recipients')", 40), ("FEATURE(`nouucp', `reject')", 10),
        ("FEATURE(`nouucp', `nospecial')", 8), ("FEATURE(`nopercenthack', `reject')", 8), ("FEATURE(`nopercenthack', `nospecial')", 5), ("FEATURE(`require_rdns')", 8),
        ("FEATURE(`block_bad_helo')", 10), ("FEATURE(`lookupdotdomain')", 10), ("FEATURE(`use_client_ptr')", 8), ("FEATURE(`dnsbl', `list.test')", 10),
        ("FEATURE(`dnsbl', `list.test', `\"554 Listed here\"')", 5), ("FEATURE(`enhdnsbl', `list.test', `\"550 Listed \" $&{client_addr}', `t')", 5), ("FEATURE(`nocanonify')", 15),
        ("FEATURE(`virtuser_entire_domain')", 8), ("FEATURE(`always_add_domain')", 10), ("FEATURE(`redirect')", 8), ("FEATURE(`stickyhost')", 5),
        ("define(`confPRIVACY_FLAGS', `needmailhelo,novrfy')", 10), ("define(`confPRIVACY_FLAGS', `goaway')", 5), ("define(`confALLOW_BOGUS_HELO', `True')", 8),
        ("define(`confRELAY_MSG', `\"551 We do not relay\"')", 5), ("define(`confREJECT_MSG', `550 Go away, thanks')", 5), ("define(`confRCPTREJ_MSG', `\"550 No mail for this one\"')", 5),
        ("TRUST_AUTH_MECH(`PLAIN LOGIN')", 25), ("MASQUERADE_AS(`own.test')", 5), ("EXPOSED_USER(`root')", 5),
        ("define(`confLOCAL_MAILER', `local')", 2), ("define(`LUSER_RELAY', `esmtp:hub.test')", 3),
    ];

    private static readonly string[] s_accessFeatures =
    [
        "FEATURE(`access_db')", "FEATURE(`access_db')", "FEATURE(`access_db', `hash -T<TMPF> -o /etc/mail/access')", "FEATURE(`access_db', , `skip')", "FEATURE(`access_db', , `skip', `lookupdotdomain')",
        "FEATURE(`access_db', , `relaytofulladdress')",
    ];

    private static readonly string[] s_delays = ["FEATURE(`delay_checks')", "FEATURE(`delay_checks', , `n')", "FEATURE(`delay_checks', `friend', `n')", "FEATURE(`delay_checks', `hater')"];

    /// <summary>Everything that is counted.</summary>
    public static IEnumerable<string> Features =>
        ((string[])[.. s_features.Select(static f => f.Feature), .. s_accessFeatures, .. s_delays, .. s_values.Select(static v => "value " + v), .. s_tags.Select(static t => "tag " + t), .. s_listeners,
            "virtusertable", "mailertable", "domaintable", "VIRTUSER_DOMAIN", "RELAY_DOMAIN", "relay-domains", "LOCAL_DOMAIN", .. s_forms.Select(static f => "recipient " + f), .. s_senders.Select(static s => "sender " + s)]).Distinct(StringComparer.Ordinal);

    /// <summary>A configuration.</summary>
    public SendmailCase Case()
    {
        var hasAccess = Chance(75);
        if (hasAccess) Add(Mc, Pick(s_accessFeatures) + "dnl");
        foreach (var (feature, percent) in s_features)
            if (Chance(percent) && (hasAccess || !NeedsAccess(feature))) Add(Mc, feature + "dnl", feature);
        // A route through a host whose MX is here, with nobody behind it, is refused even by an open relay; the policy takes it.
        if (_parts.Exists(static p => p.Text.Contains("promiscuous", StringComparison.Ordinal))) _parts.RemoveAll(static p => p.Text.Contains("based_on_MX", StringComparison.Ordinal));
        if (Chance(40) && Pick(s_delays) is var delay && (hasAccess || !NeedsAccess(delay))) Add(Mc, delay + "dnl", delay);
        if (Chance(35)) Virtual();
        if (Chance(25)) Mailers();
        if (Chance(10)) Domains();
        Relaying();
        if (hasAccess) Access();
        Add(Mc, "DAEMON_OPTIONS(`Family=inet, Name=MTA, Port=2525, Addr=127.0.0.1')dnl", s_listeners[0]);
        if (Chance(40)) Add(Mc, $"DAEMON_OPTIONS(`Family=inet, Name=MSA, Port=2587, Addr=127.0.0.1, M={Pick(s_listeners[1..])[2..]}')dnl");
        return new SendmailCase(_parts);
    }

    private static bool NeedsAccess(string feature) => feature.Contains("blocklist", StringComparison.Ordinal) || feature.Contains("relay_mail_from", StringComparison.Ordinal)
        || feature.Contains("friend", StringComparison.Ordinal) || feature.Contains("hater", StringComparison.Ordinal);

    private void Add(string file, string text, string? feature = null)
    {
        var counted = feature ?? (text.EndsWith("dnl", StringComparison.Ordinal) ? text[..^3] : text);
        if (text.Contains("M=", StringComparison.Ordinal) && feature is null) counted = "M=" + text.Split("M=")[1].Split('\'')[0];
        _parts.Add(new SendmailPart(file, text, counted));
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
