using Gatepost.Mta;
using Gatepost.Mta.Exim;
using Gatepost.Relay;

namespace Gatepost.Tests.Mta.Exim;

/// <summary>Macros, conditionals, includes, sections, addresses, and what is found wrong.</summary>
public class EximSyntaxTests
{
    [Fact]
    public void Macros_conditionals_includes_and_continuations_are_read()
    {
        var configuration = EximAsk.Read("""
            # a remark
            DOMAINS = ours.test : \
              # a remark within
              rel.test
            .ifdef DOMAINS
            .include /etc/exim/lists
            .else
            nonsense here
            .endif
            .ifndef NETS
            NETS = 192.0.2.0/24
            .endif
            .include_if_exists /etc/exim/none
            acl_smtp_rcpt = check
            begin acl
            check:
              accept hosts = NETS
              accept domains = +ours
            """, ("/etc/exim/lists", "domainlist ours = DOMAINS\n"));
        Assert.Empty(configuration.Problems);
        Assert.Equal("accept", configuration.Ask("u@far.test"));
        Assert.Equal("accept", configuration.Ask("u@rel.test", client: "10.0.0.1"));
        Assert.Equal("550 Administrative prohibition", configuration.Ask("u@far.test", client: "10.0.0.1"));
    }

    [Theory]
    [InlineData("u@[127.0.0.1]", "501 <u@[127.0.0.1]>: domain literals not allowed")]
    [InlineData("u", "501 <u>: recipient address must contain a domain")]
    [InlineData("postmaster", "accept")]
    [InlineData("", "501 <>: missing or malformed local part")]
    [InlineData("@ours.test:u@far.test", "accept")]
    [InlineData("u@a_b.test", "501 <u@a_b.test>: malformed address: _b.test> may not follow <u@a")]
    [InlineData("u@-a", "501 <u@-a>: domain missing or malformed")]
    [InlineData("u@a.test x", "501 <u@a.test=x>: malformed address: =x> may not follow <u@a.test")]
    public void A_recipient_is_taken_or_not_by_its_form(string to, string decision) => Assert.Equal(decision, EximAsk.Acl("  accept").Ask(to));

    [Theory]
    [InlineData("helo_allow_chars = _", "bad_name", "accept")]
    [InlineData("", "bad_name", "501 Syntactically invalid EHLO argument(s)")]
    [InlineData("helo_accept_junk_hosts = *", "bad name", "accept")]
    [InlineData("", "[192.0.2.7]", "accept")]
    [InlineData("", null, "503 HELO or EHLO required")]
    [InlineData("hosts_require_helo =", null, "accept")]
    [InlineData("host_reject_connection = 192.0.2.0/24", "x.test", "554 SMTP service not available")]
    public void The_client_is_looked_at_before_ACLs(string option, string? helo, string decision) =>
        Assert.Equal(decision, EximAsk.Acl("  accept", option).Ask("u@far.test", helo: helo));

    [Theory]
    [InlineData("relay_from_host = 10.0.0.0/8", ConfigProblemKind.UnknownName)]
    [InlineData("nonsense is here", ConfigProblemKind.Syntax)]
    [InlineData("hostlist h = 10.0.0.0/8 : !10.1.0.0/16", ConfigProblemKind.Risky)]
    [InlineData("hostlist relay_from_hosts = *", ConfigProblemKind.Risky)]
    [InlineData("domainlist relay_to_domains = *", ConfigProblemKind.Risky)]
    [InlineData(".include /etc/exim/none", ConfigProblemKind.MissingFile)]
    [InlineData(".ifdef X", ConfigProblemKind.WillNotRun)]
    [InlineData("A = b\nAB = c", ConfigProblemKind.WillNotRun)]
    public void A_mistake_is_told(string line, ConfigProblemKind kind) => Assert.Contains(EximAsk.Read(line).Problems, p => p.Kind == kind);

    [Fact]
    public void A_forgeable_sender_and_a_wide_list_of_hosts_are_told()
    {
        var problems = EximAsk.Acl("  accept senders = *@ours.test\n  accept hosts = *").Problems;
        Assert.Equal(2, problems.Count(static p => p.Kind == ConfigProblemKind.Risky));
    }

    [Fact]
    public void Every_door_has_a_policy()
    {
        var listeners = EximAsk.Read("local_interfaces = <; 127.0.0.1.10025 ; ::1 ; 0.0.0.0\ndaemon_smtp_ports = smtp : 465\ntls_on_connect_ports = 465\n").Policies.Select(static p => p.Listener).ToList();
        Assert.Equal(["127.0.0.1.10025", "::1.25", "::1.465", "25", "465"], listeners.Select(static l => l.Name));
        Assert.True(listeners[0].IsInternal);
        Assert.True(listeners[4].DemandsTls);
    }

    [Fact]
    public void Settings_are_understood_irrelevant_or_unrecognised()
    {
        var coverage = EximAsk.Read("qualify_domain = ours.test\nsmtp_banner = hello\nqualify_dmain = x\n").Coverage.ToDictionary(static l => l.Setting.Split(' ')[0], static l => l.Coverage);
        Assert.Equal(Coverage.Understood, coverage["qualify_domain"]);
        Assert.Equal(Coverage.Irrelevant, coverage["smtp_banner"]);
        Assert.Equal(Coverage.Unrecognised, coverage["qualify_dmain"]);
    }

    [Fact]
    public void A_Debian_configuration_is_put_together()
    {
        var files = new MemoryFiles(new Dictionary<string, string>
        {
            ["/etc/exim4/update-exim4.conf.conf"] = "dc_eximconfig_configtype='internet'\ndc_other_hostnames='ours.test;second.test'\ndc_relay_domains='rel.test'\ndc_relay_nets='10.0.0.0/8'\ndc_use_split_config='false'\n",
            ["/etc/exim4/exim4.conf.template"] = """
                UPEX4CmacrosUPEX4C = 1
                domainlist local_domains = MAIN_LOCAL_DOMAINS
                domainlist relay_to_domains = MAIN_RELAY_TO_DOMAINS
                hostlist relay_from_hosts = MAIN_RELAY_NETS
                .ifdef DCconfig_internet
                acl_smtp_rcpt = acl_check_rcpt
                .endif
                begin acl
                acl_check_rcpt:
                  accept hosts = +relay_from_hosts
                  require message = relay not permitted
                          domains = +local_domains : +relay_to_domains
                  accept
                """,
        });
        var configuration = EximReader.Read(files, "/etc/exim4/update-exim4.conf.conf", new ReadingOptions { HostName = "mx.ours.test" });
        Assert.Equal("accept", configuration.Ask("u@second.test"));
        Assert.Equal("accept", configuration.Ask("u@rel.test"));
        Assert.Equal("accept", configuration.Ask("u@far.test", client: "10.1.1.1"));
        Assert.Equal("550 relay not permitted", configuration.Ask("u@far.test"));
        Assert.Equal(
            [("mx.ours.test", AddressClass.Local), ("ours.test", AddressClass.Local), ("second.test", AddressClass.Local), ("rel.test", AddressClass.RelayDomain)],
            configuration.Domains.Select(static d => (d.Name, d.Class)));
    }
}
