using System.Text;
using Gatepost.Refusals;
using Gatepost.Refusals.Mail;

namespace Gatepost.Tests.Refusals.Mail;

public class MailViewTests
{
    private const string Nested = """
        From MAILER-DAEMON Thu Apr  2 10:00:00 2026
        Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
         =?utf-8?B?IGF1cw==?= Wien
        X-Broken line without colon
        Content-Type: multipart/mixed;
        	boundary="outer"

        preamble
        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        caf=E9 is=
         open
        --inner
        Content-Type: text/html

        <p>caf&eacute;</p>
        --inner--
        --outer
        Content-Type: message/rfc822

        Subject: inside

        body
        --outer--
        epilogue
        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\r\r\n")]
    public void Every_kind_of_line_end_reads_alike(string end)
    {
        var mail = MailHelp.View(Nested.Replace("\n", end));
        Assert.Equal("Grüße aus Wien", mail.Headers.Text("Subject"u8));
        Assert.Equal(2, mail.Root.Parts.Count);
        Assert.Equal(2, mail.Root.Parts[0].Parts.Count);
        Assert.Equal("café is open", mail.Text.Value);
        Assert.Equal("café", mail.Root.Parts[0].Parts[1].Text.Value);
        var inside = mail.Root.Parts[1].Parts[0];
        Assert.Equal("inside", inside.Headers.Text("subject"u8));
        Assert.Equal("body", inside.Text.Value);
        Assert.Equal(26, inside.SpanAt(inside.Start).Line);
    }

    [Fact]
    public void Line_ends_may_be_mixed()
    {
        var mail = MailHelp.View("A: 1\r\nB: 2\nC: 3\rD: 4\r\n folded\n\rbody");
        Assert.Equal("4 folded", mail.Headers.Text("D"u8));
        Assert.Equal("3", mail.Headers.Text("C"u8));
        Assert.Equal("body", mail.Text.Value);
    }

    [Theory]
    [InlineData("boundary=\"b c\"", "b c")]
    [InlineData("boundary=b; charset=x", "b")]
    [InlineData("boundary*=us-ascii'en'b%20c", "b c")]
    [InlineData("boundary*0=\"be\"; boundary*1=\"cause\"", "because")]
    [InlineData("boundary=\"open", "open")]
    [InlineData("BOUNDARY = \"odd\\\"one\"", "odd\"one")]
    public void Boundary_parameters_read_in_every_form(string parameter, string boundary)
    {
        var raw = Encoding.ASCII.GetBytes("multipart/mixed; " + parameter);
        Assert.Equal(boundary, MediaParameters.Find(raw, "boundary"u8));
        Assert.Equal("multipart/mixed", Encoding.ASCII.GetString(MediaParameters.Value(raw)));
    }

    [Fact]
    public void A_boundary_that_does_not_occur_is_replaced_by_the_one_that_does()
    {
        var mail = MailHelp.View("Content-Type: multipart/mixed; boundary=x\n\n--y\nContent-Type: text/plain\n\nhello\n--y--\n");
        Assert.Equal("hello", Assert.Single(mail.Root.Parts).Text.Value);
    }

    [Fact]
    public void A_missing_end_boundary_ends_the_part_with_the_mail()
    {
        var mail = MailHelp.View("Content-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--xy is no boundary\n--x  \n\ntwo");
        Assert.Equal(["one\n--xy is no boundary", "two"], mail.Root.Parts.Select(static p => p.Text.Value));
        Assert.True(mail.Root.IsCut);
    }

    [Fact]
    public void Nesting_ends_at_the_limit()
    {
        var mail = new StringBuilder();
        for (var i = 0; i < 40; i++) mail.Append("Content-Type: message/rfc822\n\n");
        var deepest = MailHelp.View(mail + "Subject: x\n\n").AllParts(intoMessages: true).Max(static p => p.Level);
        Assert.Equal(ReadLimits.Default.Nesting, deepest);
    }

    [Theory]
    [InlineData("iso-2022-jp", "\u001B$B<+F01~Ez\u001B(B", "自動応答")]
    [InlineData("", "\u001B$B<+F01~Ez\u001B(B", "自動応答")]
    [InlineData("shift_jis", "\u008E\u00A9\u0093\u00AE", "自動")]
    [InlineData("EUC-JP", "\u00BC\u00AB\u00C6\u00B0", "自動")]
    [InlineData("koi8-r", "\u00F0\u00D2\u00C9", "При")]
    [InlineData("gb2312", "\u00D7\u00D4", "自")]
    [InlineData("big5", "\u00A6\u00DB", "自")]
    [InlineData("windows-1252", "don\u0092t", "don’t")]
    [InlineData("iso-8859-15", "\u00A4", "€")]
    [InlineData("utf-8", "\u00E9", "é")]
    [InlineData("x-no-such", "\u00E9", "é")]
    [InlineData("no-such", "\u00C3\u00A9", "é")]
    public void Charsets_decode_and_unknown_ones_do_no_harm(string charset, string latin, string expected) =>
        Assert.Equal(expected, Charsets.Decode(Encoding.Latin1.GetBytes(latin), Encoding.ASCII.GetBytes(charset)));

    [Theory]
    [InlineData("SGVsbG8=", "Hello")]
    [InlineData("SGVs\r\nbG8", "Hello")]
    [InlineData("SG*Vs bG8=trailing", "Hello")]
    [InlineData("S", "")]
    public void Base64_forgives(string encoded, string decoded) =>
        Assert.Equal(decoded, Encoding.Latin1.GetString(TransferDecoder.Base64(Encoding.Latin1.GetBytes(encoded))));

    [Theory]
    [InlineData("a=3Db", "a=b")]
    [InlineData("a=\r\nb", "ab")]
    [InlineData("a= \nb", "ab")]
    [InlineData("a=ZZ=", "a=ZZ")]
    public void Quoted_printable_forgives(string encoded, string decoded) =>
        Assert.Equal(decoded, Encoding.Latin1.GetString(TransferDecoder.QuotedPrintable(Encoding.Latin1.GetBytes(encoded))));

    [Theory]
    [InlineData("<html><head><title>t</title><style>p{}</style></head><body>a<br>b &lt;c@d&gt;</body></html>", "a\nb <c@d>")]
    [InlineData("mail to <bob@example.net> failed &amp; ended", "mail to <bob@example.net> failed & ended")]
    [InlineData("a<!-- no --> b<script>if (1<2) x</script>c &#x41;&#66;&unknown;", "a bc AB&unknown;")]
    [InlineData("<pre>550\n  5.7.1</pre>", "550\n  5.7.1")]
    [InlineData("1 < 2 and <unclosed", "1 < 2 and <unclosed")]
    public void Html_becomes_text(string html, string text) => Assert.Equal(text, HtmlText.Strip(html));

    [Theory]
    [InlineData("Alice <alice@example.org>", "alice@example.org")]
    [InlineData("\"a <b>, c\" <alice@example.org>", "alice@example.org")]
    [InlineData("alice@example.org (Alice <x@y>)", "alice@example.org")]
    [InlineData("(Alice) alice@example.org, bob@example.net", "alice@example.org")]
    [InlineData("\"a b\"@example.org", "\"a b\"@example.org")]
    [InlineData("undisclosed-recipients:;", null)]
    [InlineData("<>", "")]
    [InlineData("MAILER-DAEMON", null)]
    [InlineData("<mailto:alice@example.org>", "alice@example.org")]
    public void Addresses_read_from_header_values(string value, string? address) =>
        Assert.Equal(address, HeaderAddress.First(Encoding.UTF8.GetBytes(value)));

    [Fact]
    public void Text_knows_its_line_in_the_mail_through_soft_line_breaks()
    {
        var mail = MailHelp.View("Subject: x\nContent-Transfer-Encoding: quoted-printable\n\none=\n more\ntwo\nthree");
        Assert.Equal("one more\ntwo\nthree", mail.Text.Value);
        Assert.Equal(7, mail.Text.SpanAt(mail.Text.Value.IndexOf("three", StringComparison.Ordinal)).Line);
    }
}
