using CsCheck;
using Gatepost.Evidence;

namespace Gatepost.Tests.Evidence;

public sealed class ProbeTargetTests
{
    [Theory]
    [InlineData("example.net", "example.net", null, null)]
    [InlineData("Example.NET.", "example.net", null, null)]
    [InlineData("münchen.example", "xn--mnchen-3ya.example", null, null)]
    [InlineData("pat@Example.net", "example.net", "pat@example.net", null)]
    [InlineData("\"p t\"@example.net", null, null, null)]
    [InlineData("pat@münchen.example", "xn--mnchen-3ya.example", "pat@xn--mnchen-3ya.example", null)]
    [InlineData("mail.example.net:587", null, null, "mail.example.net:587")]
    [InlineData("192.0.2.1", null, null, "192.0.2.1")]
    [InlineData("192.0.2.1:25", null, null, "192.0.2.1:25")]
    [InlineData("2001:db8::1", null, null, "[2001:db8::1]")]
    [InlineData("[2001:db8::1]:25", null, null, "[2001:db8::1]:25")]
    [InlineData("[IPv6:2001:DB8::1]", null, null, "[2001:db8::1]")]
    [InlineData("pat@[192.0.2.1]", null, "pat@[192.0.2.1]", "192.0.2.1")]
    public void Targets(string text, string? domain, string? recipient, string? server)
    {
        var isTarget = ProbeTarget.TryParse(text, out var target, out _);
        Assert.Equal(domain is not null || recipient is not null || server is not null, isTarget);
        Assert.Equal((domain, recipient, server), (target?.Domain, target?.Recipient, target?.Server?.ToString()));
        if (isTarget) Assert.Equal(text, target!.Text);
    }

    [Theory]
    [InlineData("", 0, "expected")]
    [InlineData("a b.example", 1, "blanks")]
    [InlineData("a\r\nRCPT", 1, "blanks")]
    [InlineData("pat@example.net>\r\nDATA", 16, "blanks")]
    [InlineData("pat@", 4, "")]
    [InlineData("mail.example.net:", 17, "port")]
    [InlineData("mail.example.net:70000", 17, "port")]
    [InlineData("mail.example.net:0", 17, "port")]
    [InlineData("2001:db8:1:25", 8, "[2001:db8::1]:25")]
    [InlineData("[2001:db8::1", 12, "bracket")]
    [InlineData("[2001:db8::1]25", 13, "port")]
    [InlineData("http://example.net/", 5, "--bulk")]
    [InlineData("pat%example.org@example.net", 3, "--relay-test")]
    [InlineData("1", 0, "number")]
    [InlineData("0x7f.1", 5, "number")]
    [InlineData("999.0.2.1", 8, "number")]
    public void What_is_wrong_is_said_with_its_place(string text, int position, string word)
    {
        Assert.False(ProbeTarget.TryParse(text, out _, out var problem));
        Assert.Equal(position, problem.Position);
        Assert.Contains(word, problem.Message);
    }

    [Fact]
    public void A_recipient_can_be_set_and_keeps_the_server()
    {
        Assert.True(ProbeTarget.TryParse("mail.example.com:587", out var target, out _));
        Assert.True(target.TryWithRecipient("pat@example.net", out var asked, out _));
        Assert.Equal(("pat@example.net", "mail.example.com:587", "mail.example.com:587"), (asked.Recipient, asked.Server?.ToString(), asked.Text));
        Assert.False(target.TryWithRecipient("pat@example.net\r\n", out _, out _));
    }

    [Fact]
    public void Reading_never_throws_and_never_lets_a_line_end_through() =>
        Gen.String[Gen.OneOf(Gen.Char["abz01.:@[]%!\"\r\n \0/-"], Gen.Char), 0, 40].Sample(static text =>
            !ProbeTarget.TryParse(text, out var target, out var problem)
                ? problem.Position >= 0 && problem.Position <= text.Length
                : (target.Recipient ?? target.Domain ?? target.Server!.Host).AsSpan().IndexOfAny("\r\n\0") < 0);
}
