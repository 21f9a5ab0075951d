using System.Net;
using Gatepost.Mta;
using Gatepost.Mta.Postfix.Settings;
using Gatepost.Relay;

namespace Gatepost.Tests.Mta.Postfix;

public class SettingsTests
{
    // As postconf -x of 3.7 prints them.
    [Theory]
    [InlineData("${{3} < {20} ? {lt} : {ge}}", "lt")]
    [InlineData("${{abc} < {abd} ? {lt} : {ge}}", "lt")]
    [InlineData("${{3.5} <level {3.10} ? {lt} : {ge}}", "lt")]
    [InlineData("${{3.5} <=level {3.5} ? {lt} : {ge}}", "lt")]
    [InlineData("${{$one}=={1}}", "true")]
    [InlineData("${{$one}!={1}}", "")]
    [InlineData("${one?{ x $one y }:{b}}", " x 1 y ")]
    [InlineData("${nope}-${nope:def}-$(one)-$$one-$one.b", "-def-1-$one-1.b")]
    [InlineData("${one?t$one}${one?}", "t1")]
    [InlineData("${ one }", "1")]
    [InlineData("${{$nope} != {} ? {a} : {b}}", "b")]
    [InlineData("${nope?{a}:{b${one?{c}}}}", "bc")]
    public void Names_in_values_are_expanded(string text, string value) =>
        Assert.Equal(value.Trim(), Sources.Value($"one = 1\nx = {text}\n", "x"));

    [Theory]
    [InlineData("$x")]
    [InlineData("a$")]
    [InlineData("${open")]
    [InlineData("${a b}")]
    [InlineData("${{a} ~ {b} ? {c} : {d}}")]
    [InlineData("${{a} == {b} z}")]
    [InlineData("${{a} <level {b}}")]
    [InlineData("${one?{a}b}")]
    public void What_cannot_be_expanded_is_a_problem_and_no_exception(string text)
    {
        var source = Sources.Read($"one = 1\nx = {text}\nsmtpd_banner = $x\n");
        Assert.Contains(source.Problems, static p => p is { Kind: ConfigProblemKind.WillNotRun, Origin.Line: 2 });
        Assert.NotNull(source.Settings.Wrong("x"));
    }

    [Fact]
    public void Values_that_double_without_end_are_cut()
    {
        var lines = string.Concat(Enumerable.Range(0, 60).Select(static i => $"x{i} = $x{i + 1}$x{i + 1}\n"));
        Assert.NotNull(Sources.Read(lines + "x60 = y\n").Settings.Wrong("x0"));
    }

    [Theory]
    [InlineData("", "smtpd_relay_restrictions", "")]
    [InlineData("compatibility_level = 1", "smtpd_relay_restrictions", "permit_mynetworks, permit_sasl_authenticated, defer_unauth_destination")]
    [InlineData("compatibility_level = 1", "append_dot_mydomain", "no")]
    [InlineData("", "relay_domains", "mx.example.org, localhost.example.org, localhost")]
    [InlineData("compatibility_level = 3.6", "relay_domains", "")]
    [InlineData("compatibility_level = 3.5", "smtpd_relay_before_recipient_restrictions", "no")]
    [InlineData("compatibility_level = 3.6", "smtpd_relay_before_recipient_restrictions", "yes")]
    [InlineData("virtual_maps = hash:/x", "virtual_alias_domains", "hash:/x")]
    [InlineData("myhostname = a.b.c", "mydomain", "b.c")]
    [InlineData("myhostname = a", "mydomain", "localdomain")]
    [InlineData("myhostname = a.$mydomain\nmydomain = d.e", "myhostname", "a.d.e")]
    [InlineData("mydomain = d.e", "myhostname", "mx.example.org")]
    [InlineData("myhostname = x.$mydomain", "myorigin", "x.")]
    [InlineData("", "local_recipient_maps", "proxy:unix:passwd.byname hash:/etc/aliases, nis:mail.aliases")]
    public void Defaults_follow_the_level_and_other_settings(string main, string parameter, string value) => Assert.Equal(value, Sources.Value(main + "\n", parameter));

    [Theory]
    [InlineData("2.11", "smtpd_relay_restrictions", "permit_mynetworks, permit_sasl_authenticated, defer_unauth_destination")]
    [InlineData("2.10", "mynetworks_style", "subnet")]
    [InlineData("3.5", "smtpd_tls_fingerprint_digest", "md5")]
    [InlineData("3.8", "smtpd_forbid_unauth_pipelining", "no")]
    [InlineData("3.9", "smtpd_forbid_unauth_pipelining", "yes")]
    [InlineData("3.9.1", "mail_version", "3.9")]
    [InlineData(null, "mail_version", "3.10")]
    public void Defaults_follow_the_version(string? version, string parameter, string value) =>
        Assert.Equal(value, Sources.Value("compatibility_level = 2\n", parameter, Sources.Plain with { Version = version }));

    // As the real postconf says it on a machine with these addresses.
    [Theory]
    [InlineData("compatibility_level = 3.6", "127.0.0.1/32 10.1.2.3/32 10.1.3.3/32 [2001:db8::5]/128 [::1]/128")]
    [InlineData("mynetworks_style = class", "127.0.0.0/8 10.0.0.0/8 [2001:db8::]/64 [::1]/128")]
    [InlineData("mynetworks_style = subnet", "127.0.0.0/8 10.1.0.0/20 10.1.3.0/24 [2001:db8::]/64 [::1]/128")]
    [InlineData("mynetworks_style = host\ninet_interfaces = 10.1.2.3, ::1", "10.1.2.3/32 [::1]/128")]
    [InlineData("inet_interfaces = loopback-only", "127.0.0.0/8 [::1]/128")]
    [InlineData("inet_protocols = ipv4", "127.0.0.0/8 10.1.0.0/20 10.1.3.0/24")]
    [InlineData("mynetworks = 192.0.2.0/24", "192.0.2.0/24")]
    public void Mynetworks_is_computed_from_the_interfaces(string main, string value)
    {
        var options = Sources.Plain with
        {
            Interfaces = [IPNetwork.Parse("10.1.0.0/20"), IPNetwork.Parse("10.1.3.0/24"), IPNetwork.Parse("2001:db8::/64")],
            Addresses = [IPAddress.Parse("10.1.2.3"), IPAddress.Parse("10.1.3.3"), IPAddress.Parse("2001:db8::5")],
        };
        Assert.Equal(value, Sources.Value(main + "\n", "mynetworks", options));
    }

    [Fact]
    public void A_service_sees_its_own_overrides()
    {
        var source = Sources.Read("class = permit\nmua = $class\n", "smtp inet n - n - - smtpd\n587 inet n - n - - smtpd\n -o class=reject -o smtpd_relay_restrictions=$mua\n -o smtpd_delay_reject=No\n");
        var (plain, own) = (source.Services[0].Settings, source.Services[1].Settings);
        Assert.Equal(("permit", "reject"), (plain.Get("mua").Value, own.Get("smtpd_relay_restrictions").Value));
        Assert.Equal((true, false), (plain.IsYes("smtpd_delay_reject"), own.IsYes("smtpd_delay_reject")));
        Assert.Equal(new Origin("/etc/postfix/master.cf", 3), own.Get("class").Origin);
        Assert.True(plain.Get("smtpd_helo_required").IsDefault);
    }

    [Fact]
    public void Every_line_is_covered_and_every_mistake_told()
    {
        var source = Sources.Read(
            """
            mydestination = $myhostname, $mydomian
            smtpd_relay_restriction = permit_mynetworks
            smtpd_helo_required = maybe
            smtpd_recipient_limit = many
            smtpd_timeout = 5x
            mine = permit
            smtpd_client_restrictions = $mine
            smtpd_restriction_classes = greylist
            greylist = permit
            biff = no
            dovecot_destination_recipient_limit = 1
            virtual_alias_maps = ldap:people
            people_server_host = ldap.example.org
            smtpd_delay_reject = yes
            """, "smtp inet n - n - - smtpd\ndovecot unix - n n - - pipe argv=/x\n");
        Assert.Equal([(1, ConfigProblemKind.UnknownName), (2, ConfigProblemKind.UnknownName), (3, ConfigProblemKind.BadValue), (4, ConfigProblemKind.BadValue), (5, ConfigProblemKind.BadValue)],
            source.Problems.Select(static p => (p.Origin.Line, p.Kind)));
        Assert.Equal(["Did you mean $mydomain?", "Did you mean smtpd_relay_restrictions?"], source.Problems.Take(2).Select(static p => p.Write));
        Assert.Equal("UIUUIUUUUIIUIU", string.Concat(source.Coverage.Select(static c => c.Coverage.ToString()[0])));
    }

    [Fact]
    public void The_list_of_parameters_is_whole() =>
        Assert.InRange(Parameters.All.Count, 850, 950);
}
