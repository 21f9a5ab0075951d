using System.Net;
using Gatepost.Mta.OpenSmtpd.Tables;

namespace Gatepost.Tests.Mta.OpenSmtpd;

/// <summary>The small machines that the reader is made of, against what OpenSMTPD's own do.</summary>
public class OpenSmtpdMachineTests
{
    [Theory]
    [InlineData("10", "10.0.0.0/8")]
    [InlineData("10.1", "10.1.0.0/16")]
    [InlineData("172.16", "172.16.0.0/16")]
    [InlineData("192.168", "192.168.0.0/24")]
    [InlineData("192.0.2.9/28", "192.0.2.0/28")]
    [InlineData("203.000.113.007", "203.0.113.7/32")]
    [InlineData("ipv6:2001:db8::1", "2001:db8::1/128")]
    [InlineData("[2001:db8::1]", "2001:db8::1/128")]
    [InlineData("2001:db8::1/33", "2001:db8::/33")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("10.0.0.0/33", null)]
    [InlineData("300.1.1.1", null)]
    [InlineData("[::1]/128", null)]
    [InlineData("nonsense", null)]
    [InlineData("1.2.3.4.5", null)]
    public void Networks_are_read_with_all_their_short_forms(string written, string? network) => Assert.Equal(network is null ? null : IPNetwork.Parse(network), SmtpdNetwork.Read(written));

    [Theory]
    [InlineData("a.x", "*.x")]
    [InlineData("a.b.x", "*.x")]
    [InlineData(".x", "*.x")]
    [InlineData("x", "*.x")]
    [InlineData("abc", "a*")]
    [InlineData("a", "a*")]
    [InlineData("donkey.example", "*key.example")]
    [InlineData("monkey-key.example", "*key.example")]
    [InlineData("anything", "*")]
    [InlineData("", "*")]
    [InlineData("a.b.c", "*.*.c")]
    [InlineData("a-b", "[a-b]*")]
    public void A_pattern_and_its_expression_say_the_same(string name, string pattern) =>
        Assert.Equal(DomainPattern.IsMatch(name, pattern), System.Text.RegularExpressions.Regex.IsMatch(name, DomainPattern.ToRegex(pattern)));

    [Theory]
    [InlineData("own.test", true)]
    [InlineData("a_b.test", true)]
    [InlineData("-own.test", false)]
    [InlineData("own.-test", true)]
    [InlineData("own..test", false)]
    [InlineData("own.test.", false)]
    [InlineData(@"o\119n.test", true)]
    [InlineData(@"o\046n.test", false)]
    [InlineData("[192.0.2.1]", true)]
    [InlineData("[192.0.2.01]", false)]
    [InlineData("[IPv6:2001:db8::1]", true)]
    [InlineData("[IPv6:1.2.3.4]", true)]
    [InlineData("[1.2.3]", false)]
    [InlineData("", false)]
    public void Domains_are_host_names_or_literals(string domain, bool isDomain) => Assert.Equal(isDomain, SmtpdNames.IsDomain(domain));
}
