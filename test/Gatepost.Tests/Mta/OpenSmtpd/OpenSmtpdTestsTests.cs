namespace Gatepost.Tests.Mta.OpenSmtpd;

/// <summary>The tests of match rules and filters, one by one.</summary>
public class OpenSmtpdTestsTests
{
    private const string No = "550 Invalid recipient: <u@far.test>";

    [Theory]
    [InlineData("from src 198.51.100", "client=198.51.100.7", true)]
    [InlineData("from src \"198.51.100.99/24\"", "client=198.51.100.7", true)]
    [InlineData("from src \"10.1\"", "client=10.1.2.3", true)]
    [InlineData("from src \"10.1\"", "client=10.2.2.3", false)]
    [InlineData("from src { \"[2001:db8::]/32\", \"2001:db9::/32\" }", "client=2001:db9::1", true)]
    [InlineData("from src { \"[2001:db8::]/32\", \"2001:db9::/32\" }", "client=2001:db8::1", false)]
    [InlineData("from src \"0.0.0.0/0\"", "client=2001:db8::1", false)]
    [InlineData("!from src 198.51.100.0/24", "client=198.51.100.7", false)]
    [InlineData("from src regex \"^198[.]\"", "client=198.51.100.7", true)]
    [InlineData("from src regex \"^\\[2001:\"", "client=2001:db8::1", true)]
    [InlineData("from rdns", "client=198.51.100.7", false)]
    [InlineData("from rdns", "client=198.51.100.7 name=?x.test", true)]
    [InlineData("!from rdns \"*.own.test\"", "client=198.51.100.7", false)]
    [InlineData("!from rdns \"*.own.test\"", "client=198.51.100.7 name=mx.own.test", true)]
    [InlineData("!from rdns \"*.own.test\"", "client=198.51.100.7 name=x.test", true)]
    [InlineData("from rdns \"*.own.test\"", "client=198.51.100.7 name=mx.own.test", false)]
    [InlineData("from rdns MX.own.test", "client=198.51.100.7 name=?mx.Own.test", true)]
    [InlineData("from rdns regex \"own\\.test\"", "client=198.51.100.7 name=own.test.evil.example", true)]
    [InlineData("from socket", "client=127.0.0.1", false)]
    [InlineData("!from socket", "client=198.51.100.7", true)]
    [InlineData("from any helo \"*.test\"", "client=198.51.100.7 helo=a.b.test", false)]
    [InlineData("from any helo \"*.test\"", "client=198.51.100.7 helo=B.TEST", true)]
    [InlineData("from any mail-from \"@sender.test\"", "client=198.51.100.7 from=A@Sender.test", true)]
    [InlineData("from any mail-from regex \"^@$\"", "client=198.51.100.7 from=<>", true)]
    [InlineData("from any mail-from bob", "client=198.51.100.7 from=bob+x@any.test", true)]
    [InlineData("from any mail-from \"bob+y@any.test\"", "client=198.51.100.7 from=bob+x@any.test", false)]
    [InlineData("from any rcpt-to \"u@*.test\"", "client=198.51.100.7", true)]
    [InlineData("from mail-from \"@sender.test\"", "client=198.51.100.7 from=a@sender.test", true)]
    [InlineData("!from mail-from \"@sender.test\"", "client=198.51.100.7 from=a@sender.test", false)]
    [InlineData("from auth", "client=198.51.100.7", false)]
    [InlineData("!from auth", "client=198.51.100.7", true)]
    [InlineData("!from any", "client=198.51.100.7", false)]
    public void A_test_holds_as_on_the_real_server(string test, string client, bool holds) =>
        Assert.Equal(holds ? "accept other" : No, Smtpd.Ask($"action out relay\nmatch {test} for any action out\n", $"{client} to=u@far.test"));

    [Theory]
    [InlineData("far.test", true)]
    [InlineData("FAR.test", true)]
    [InlineData("\"*.test\"", true)]
    [InlineData("\"*\"", true)]
    [InlineData("\"f*r.test\"", true)]
    [InlineData("\"*far.test\"", true)]
    [InlineData("\"far.*\"", true)]
    [InlineData("\"far.test*\"", false)]
    [InlineData("\"*.far.test\"", false)]
    [InlineData("\"*t\"", false)]
    [InlineData("regex \"^[A-Z]+\\.test$\"", true)]
    [InlineData("regex \"(\"", false)]
    [InlineData("regex \"*.test\"", false)]
    [InlineData("regex \"x|+far\"", false)]
    public void Stars_never_try_again(string domain, bool holds) =>
        Assert.Equal(holds, Smtpd.Ask($"action out relay\nmatch from any for domain {domain} action out\n", "client=198.51.100.7 to=u@far.test").StartsWith("accept", StringComparison.Ordinal));

    [Fact]
    public void The_test_for_tls_answers_nobody()
    {
        const string rules = "action out relay\nmatch from src 198.51.100.0/24 tls for any action out\nmatch from any for any action out\n";
        Assert.Equal("451 Temporary failure: <u@far.test>", Smtpd.Ask(rules, "client=198.51.100.7 to=u@far.test"));
        Assert.Equal("accept other", Smtpd.Ask(rules, "client=203.0.113.7 to=u@far.test"));
    }

    [Theory]
    [InlineData("filter f phase connect match !fcrdns disconnect \"550 5.7.25 no name\"", "client=198.51.100.7", "at connect: 550 5.7.25 no name")]
    [InlineData("filter f phase connect match !fcrdns disconnect \"550 5.7.25 no name\"", "client=198.51.100.7 name=x.test", "accept other")]
    [InlineData("filter f phase mail-from match mail-from \"@bad.test\" reject \"550 5.7.1 not you\"", "client=198.51.100.7 from=x@bad.test", "at mail: 550 5.7.1 not you")]
    [InlineData("filter f phase rcpt-to match rcpt-to regex \"^u@\" reject \"xyz\"", "client=198.51.100.7", "421 Internal server error")]
    [InlineData("filter f phase rcpt-to match !auth reject \"550 log in\"", "client=198.51.100.7", "550 log in")]
    [InlineData("filter f phase data match !auth reject \"550 log in\"", "client=198.51.100.7", "accept other")]
    [InlineData("filter f phase ehlo match helo bad.test reject \"550 no\"", "client=198.51.100.7 helo=bad.test", "depends EHLO rather than HELO")]
    [InlineData("filter f phase ehlo match helo bad.test reject \"550 no\"", "client=198.51.100.7 helo=good.test", "accept other")]
    [InlineData("filter f proc-exec \"filter-rspamd\"", "client=198.51.100.7", "depends filter filter-rspamd")]
    [InlineData("filter a phase rcpt-to match src 198.51.100.0/24 bypass\nfilter b phase rcpt-to match !auth reject \"550 no\"\nfilter f chain { a, b }", "client=198.51.100.7", "accept other")]
    [InlineData("filter a phase rcpt-to match src 198.51.100.0/24 bypass\nfilter b phase rcpt-to match !auth reject \"550 no\"\nfilter f chain { a, b }", "client=203.0.113.7", "550 no")]
    public void Filters_are_asked_before_the_rules(string filter, string client, string decision) =>
        Assert.Equal(decision, Smtpd.Ask(Smtpd.Read($"{filter}\nlisten on 192.0.2.25 filter f\naction out relay\nmatch from any for any action out\n"), $"{client} to=u@far.test"));
}
