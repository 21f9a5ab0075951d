using CsCheck;
using Gatepost.Smtp;

namespace Gatepost.Tests.Smtp;

public class DomainNameTests
{
    [Theory]
    [InlineData("Example.ORG.", "example.org", "example.org")]
    [InlineData("müller.example", "xn--mller-kva.example", "müller.example")]
    [InlineData("MÜLLER.example", "xn--mller-kva.example", "müller.example")]
    [InlineData("xn--mller-kva.example", "xn--mller-kva.example", "müller.example")]
    [InlineData("_spf.example.org", "_spf.example.org", "_spf.example.org")]
    [InlineData("localhost", "localhost", "localhost")]
    public void Reads_names(string text, string ascii, string unicode)
    {
        Assert.True(DomainName.TryParse(text, out var name, out _));
        Assert.Equal((ascii, unicode), (name.Ascii, name.Unicode));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a..b")]
    [InlineData(".a")]
    [InlineData("a b")]
    [InlineData("-a.example")]
    [InlineData("a-.example")]
    [InlineData("192.0.2.1")]
    [InlineData("a/b")]
    [InlineData("a\u0000b")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example")]
    public void Refuses_what_is_none(string text) => Assert.Null(DomainName.Parse(text));

    [Fact]
    public void Case_final_dot_and_label_form_do_not_matter()
    {
        Assert.Equal(DomainName.Parse("müller.example"), DomainName.Parse("XN--mller-kva.Example."));
        Assert.Equal(DomainName.Parse("a.example")!.GetHashCode(), DomainName.Parse("A.EXAMPLE.")!.GetHashCode());
        Assert.NotEqual(DomainName.Parse("a.example"), DomainName.Parse("b.example"));
    }

    [Theory]
    [InlineData("mx1.mail.example.org", "example.org")]
    [InlineData("example.org", "example.org")]
    [InlineData("org", "org")]
    [InlineData("mx.example.co.uk", "example.co.uk")]
    [InlineData("co.uk", "co.uk")]
    [InlineData("a.b.example.ne.jp", "example.ne.jp")]
    [InlineData("mx.example.com.au", "example.com.au")]
    [InlineData("mx.example.co.com", "co.com")]
    public void Finds_the_registrable_domain(string text, string expected) =>
        Assert.Equal(expected, DomainName.Parse(text)!.OrganisationalDomain.Ascii);

    [Theory]
    [InlineData("mx.example.org", "example.org", true)]
    [InlineData("MX.example.org", "Example.org.", true)]
    [InlineData("example.org", "example.org", false)]
    [InlineData("badexample.org", "example.org", false)]
    [InlineData("org", "example.org", false)]
    public void Knows_what_is_below(string name, string other, bool expected) =>
        Assert.Equal(expected, DomainName.Parse(name)!.IsSubdomainOf(DomainName.Parse(other)!));

    [Fact]
    public void Never_throws_and_written_out_reads_as_itself() =>
        Gen.OneOf(Gen.String, Gen.OneOf("xn--", "a", ".", "-", "ü", "。", "ß", "\ud83d", "é", "0").Array[0, 8].Select(string.Concat)).Sample(
            text =>
            {
                if (DomainName.Parse(text) is not { } name) return;
                Assert.Equal(name, DomainName.Parse(name.ToString()));
                Assert.NotEmpty(name.Unicode);
                Assert.NotNull(name.OrganisationalDomain);
            },
            iter: 50_000);
}
