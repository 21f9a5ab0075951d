using System.Net;
using System.Text;
using CsCheck;
using Gatepost.Evidence.Dialog;
using Gatepost.Reports;
using Gatepost.Smtp;

namespace Gatepost.Tests.Evidence.Dialog;

public class PureDialogTests
{
    [Theory]
    [InlineData("mx.example.net", "MX.example.net.", true)]
    [InlineData("*.example.net", "mx.example.net", true)]
    [InlineData("*.example.net", "a.b.example.net", false)]
    [InlineData("*.example.net", "example.net", false)]
    [InlineData("*.net", "example.net", false)]
    [InlineData("m*.example.net", "mx.example.net", false)]
    [InlineData("*.*.net", "mx.example.net", false)]
    [InlineData("*", "mx", false)]
    [InlineData("", "", false)]
    public void Certificate_names_are_compared_by_RFC_6125(string pattern, string host, bool matches) =>
        Assert.Equal(matches, HostPattern.Matches(pattern, host));

    [Theory]
    [InlineData("250 ok", 250, true)]
    [InlineData("250-ok", 250, false)]
    [InlineData("250", 250, true)]
    [InlineData("571 no", 571, true)]
    [InlineData("199 x", null, null)]
    [InlineData("600 x", null, null)]
    [InlineData("25 x", null, null)]
    [InlineData(" 250 x", null, null)]
    [InlineData("250x", null, null)]
    [InlineData("2500", null, null)]
    [InlineData("", null, null)]
    public void A_reply_line_is_read_by_position(string line, int? code, bool? isLast)
    {
        var read = ReplyLine.Read(Encoding.Latin1.GetBytes(line));
        Assert.Equal((code, isLast), (read?.Code, read?.IsLast));
    }

    [Fact]
    public void The_PROXY_header_of_version_2_is_binary()
    {
        var four = ProxyHeaderLine.Octets(new ProxyHeader(2, IPEndPoint.Parse("192.0.2.1:4660"), IPEndPoint.Parse("192.0.2.2:25")));
        Assert.Equal("0D0A0D0A000D0A515549540A2111000CC0000201C0000202" + "12340019", Convert.ToHexString(four));
        var mixed = new ProxyHeader(1, IPEndPoint.Parse("192.0.2.1:4660"), IPEndPoint.Parse("[2001:db8::1%3]:25"));
        Assert.Equal("PROXY TCP6 ::ffff:192.0.2.1 2001:db8::1 4660 25\r\n", Encoding.ASCII.GetString(ProxyHeaderLine.Octets(mixed)));
        Assert.Equal(16 + 36, ProxyHeaderLine.Octets(mixed with { Version = 2 }).Length);
    }

    [Fact]
    public void A_secrets_file_has_a_login_a_line()
    {
        var file = SecretsFile.Parse("# mine\n\njo  s3cret\r\nmx.example.net jo \"a \\\"b\\\" \\\\ c\"\nann #hash\n");
        Assert.Empty(file.Problems);
        Assert.Equal([new Secret(null, "jo", "s3cret"), new Secret("mx.example.net", "jo", "a \"b\" \\ c"), new Secret(null, "ann", "#hash")], file.Secrets);
        Assert.Equal("a \"b\" \\ c", file.Find("MX.example.net", "jo")?.Value);
        Assert.Equal("s3cret", file.Find("other.example", "jo")?.Value);
        Assert.Null(file.Find("other.example", "bob"));
    }

    [Theory]
    [InlineData("ok s\njo", 2, 1)]
    [InlineData("a b c d", 1, 1)]
    [InlineData("jo \"open", 1, 4)]
    [InlineData("jo \"x\"y", 1, 7)]
    public void A_secrets_files_problems_have_a_place(string text, int line, int column)
    {
        var problem = Assert.Single(SecretsFile.Parse(text).Problems);
        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Fact]
    public void A_secrets_file_never_throws() => Gen.String.Sample(static text => { SecretsFile.Parse(text); }, iter: 5_000);

    [Fact]
    public void A_dry_run_shows_every_command_and_no_secret() =>
        Assert.Equal(
            [
                "=== Trying mx.example.net:25...", " -> EHLO me.example", " -> STARTTLS", "=== TLS by STARTTLS, where it is offered", " ~> EHLO me.example",
                " ~> AUTH PLAIN ***", " ~> MAIL FROM:<>", " ~> RCPT TO:<a@\\u{1b}b>", " ~> RSET", " ~> MAIL FROM:<f@example.org>", " ~> RCPT TO:<c@d.example>", " ~> RSET", " ~> QUIT",
            ],
            DryRun.Lines(new DialogPlan("mx.example.net", IPEndPoint.Parse("192.0.2.1:25"), "me.example")
            {
                Login = new Login("jo", "secret", "PLAIN"),
                Envelopes = [new Envelope("", ["a@\u001bb"]), new Envelope("f@example.org", ["c@d.example"])],
            }));

    [Theory]
    [InlineData("mx1.example.net ESMTP", "mx1.example.net", true)]
    [InlineData("ESMTP ready", "smtp.example.net", true)]
    [InlineData("proxy.isp.example ESMTP", "proxy.isp.example", false)]
    [InlineData("ESMTP", "localhost", null)]
    public void A_servers_names_are_compared_with_the_hosts(string banner, string ehlo, bool? isTheHost) =>
        Assert.Equal(isTheHost, ServerIdentity.Of(Held(banner, new EhloOffer(ehlo, []))).IsTheHost);

    [Fact]
    public void A_certificate_for_the_host_outweighs_a_greeting_under_another_name()
    {
        var held = Held("relay.provider.example", new EhloOffer("relay.provider.example", [])) with
        {
            Tls = new TlsSession { Protocol = "TLSv1.3", CipherSuite = "x", Names = ["provider.example", "*.example.net"] },
        };
        var identity = ServerIdentity.Of(held);
        Assert.Equal((false, true, true), (identity.BannerMatches, identity.CertificateMatches, identity.IsTheHost));
        Assert.True(identity.IsSameServerAs(identity));
        Assert.False(identity.IsSameServerAs(ServerIdentity.Of(Held("mx.example.net x", null))));
        Assert.Null(identity.IsSameServerAs(ServerIdentity.Of(Held("hello", null))));
    }

    [Fact]
    public void A_meddling_firewall_leaves_signs()
    {
        var held = Held("********************0*2**", new EhloOffer("x", ["SIZE 1", "XXXXXXXA", "XXXB"])) with
        {
            Wire = [new WireLine(WireKind.Client, "EHLO x", default), new WireLine(WireKind.Refusal, "500 what", default)],
        };
        Assert.Equal(FirewallSigns.MaskedBanner | FirewallSigns.MaskedKeyword | FirewallSigns.EhloRefused, ServerIdentity.Of(held).Firewall);
        Assert.Equal(FirewallSigns.None, ServerIdentity.Of(Held("mx ** ESMTP **", new EhloOffer("x", ["XCLIENT", "X-EXPS GSSAPI", "XXY"]))).Firewall);
    }

    private static DialogResult Held(string banner, EhloOffer? offer) =>
        new(new DialogPlan("mx.example.net", new IPEndPoint(IPAddress.Loopback, 25), "me"), new DialogOutcome(SmtpPhase.Ehlo, DialogFault.None))
        {
            Banner = Reply.Parse("220 " + banner),
            OfferBeforeTls = offer,
        };
}
