using CsCheck;
using Gatepost.Smtp;

namespace Gatepost.Tests.Smtp;

public class MailboxTests
{
    [Theory]
    [InlineData("user@example.org", "user", "example.org", AddressForm.Ordinary)]
    [InlineData("<user@example.org>", "user", "example.org", AddressForm.Ordinary)]
    [InlineData("<>", "", null, AddressForm.Null)]
    [InlineData("", "", null, AddressForm.Null)]
    [InlineData("<Postmaster>", "Postmaster", null, AddressForm.Postmaster)]
    [InlineData("root", "root", null, AddressForm.LocalOnly)]
    [InlineData("a..b.@example.org", "a..b.", "example.org", AddressForm.Ordinary)]
    [InlineData("\"a b\\\"c\"@example.org", "\"a b\\\"c\"", "example.org", AddressForm.Ordinary)]
    [InlineData("jürgen@müller.example", "jürgen", "müller.example", AddressForm.Ordinary)]
    [InlineData("user@[192.0.2.1]", "user", "[192.0.2.1]", AddressForm.Literal)]
    [InlineData("user@[IPv6:2001:db8::1]", "user", "[IPv6:2001:db8::1]", AddressForm.Literal)]
    [InlineData("@a.example,@b.example:user@c.example", "user", "c.example", AddressForm.SourceRoute)]
    [InlineData("@[192.0.2.1]:user@c.example", "user", "c.example", AddressForm.SourceRoute)]
    [InlineData("@[IPv6:2001:db8::1]:user@c.example", "user", "c.example", AddressForm.SourceRoute)]
    [InlineData("user%b@a", "user%b", "a", AddressForm.PercentHack)]
    [InlineData("\"user%b.example\"", "\"user%b.example\"", null, AddressForm.PercentHack)]
    [InlineData("100%25off@example.org", "100%25off", "example.org", AddressForm.Ordinary)]
    [InlineData("b.example!user", "b.example!user", null, AddressForm.BangPath)]
    [InlineData("b!user@a.example", "b!user", "a.example", AddressForm.BangPath)]
    [InlineData("user@b.example@[192.0.2.1]", "user@b.example", "[192.0.2.1]", AddressForm.Nested)]
    [InlineData("\"user@b.example\"@a.example", "\"user@b.example\"", "a.example", AddressForm.Nested)]
    public void Reads_every_form(string text, string local, string? domain, AddressForm form)
    {
        Assert.True(Mailbox.TryParse(text, out var mailbox, out _));
        Assert.Equal((local, domain, form), (mailbox.LocalPart, mailbox.Domain, mailbox.Form));
    }

    [Theory]
    [InlineData("user@", 5)]
    [InlineData("@example.org", 12)]
    [InlineData("user name@example.org", 4)]
    [InlineData("<user@example.org", 17)]
    [InlineData("user@exa mple.org", 8)]
    [InlineData("user@-x.example", 5)]
    [InlineData("user@[192.0.2]", 5)]
    [InlineData("user@[x]", 5)]
    [InlineData("\"user@example.org", 0)]
    [InlineData("user@192.0.2.1", 13)]
    [InlineData("user@a..example", 7)]
    [InlineData(":blackhole:", 0)]
    public void Tells_what_is_wrong_and_where(string text, int position)
    {
        Assert.False(Mailbox.TryParse(text, out _, out var problem));
        Assert.Equal(position, problem.Position);
        Assert.NotEmpty(problem.Message);
    }

    [Fact]
    public void Written_out_it_reads_as_itself() =>
        Gen.OneOf(
            Gen.String,
            Gen.OneOf("a", "@", "b.example", "[192.0.2.1]", "[IPv6:::1]", "\"", "\\", "%", "!", ":", ",", "<", ">", ".", "ü", " ", "")
                .Array[0, 9].Select(string.Concat))
            .Sample(
                text =>
                {
                    if (!Mailbox.TryParse(text, out var mailbox, out var problem))
                    {
                        Assert.InRange(problem.Position, 0, Math.Max(text.Length, 1024));
                        return;
                    }

                    Assert.Equal(mailbox, Mailbox.Parse(mailbox.ToString()));
                },
                iter: 50_000);

    [Fact]
    public void Quotation_marks_are_no_part_of_the_name() =>
        Assert.Equal("a b\"c", Mailbox.Parse("\"a b\\\"c\"@example.org")!.UnquotedLocalPart);

    [Fact]
    public void Smtputf8_is_told()
    {
        Assert.True(Mailbox.Parse("jürgen@example.org")!.IsInternationalised);
        Assert.True(Mailbox.Parse("user@müller.example")!.IsInternationalised);
        Assert.False(Mailbox.Parse("user@xn--mller-kva.example")!.IsInternationalised);
    }
}
