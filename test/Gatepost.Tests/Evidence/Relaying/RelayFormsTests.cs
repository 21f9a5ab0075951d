using System.Net;
using Gatepost.Evidence.Relaying;

namespace Gatepost.Tests.Evidence.Relaying;

public class RelayFormsTests
{
    private static RelayContext Context(string address) => new("tester.example", IPAddress.Parse(address), "probe.tester.example");

    [Theory]
    [InlineData("192.0.2.1", "[192.0.2.1]")]
    [InlineData("::ffff:192.0.2.1", "[192.0.2.1]")]
    [InlineData("2001:db8::1", "[IPv6:2001:db8::1]")]
    [InlineData("fe80::1%3", "[IPv6:fe80::1]")]
    public void A_literal_is_as_RFC_5321_has_it(string address, string literal) => Assert.Equal(literal, Context(address).Literal);

    [Fact]
    public void Without_a_name_no_form_is_made_up()
    {
        var set = RelayForms.For(Context("192.0.2.1"));
        Assert.Equal(2, set.LeftOut.Count);
        Assert.All(set.Forms, static f => Assert.DoesNotContain('{', f.Sender + f.Recipient));
        Assert.All(set.Forms, static f => Assert.False(f.Sender.EndsWith('@') || f.Recipient.EndsWith('@')));
    }

    [Fact]
    public void Every_pair_stands_once()
    {
        var set = RelayForms.For(Context("192.0.2.1") with { Host = "mx.example.net", LocalDomain = "mx.example.net" });
        Assert.Distinct(set.Forms.Select(static f => (f.Sender, f.Recipient)));
        Assert.Equal(31, set.Forms.Count);
        Assert.Empty(set.LeftOut);
    }
}
