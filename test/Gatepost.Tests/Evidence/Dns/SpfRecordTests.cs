using CsCheck;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class SpfRecordTests
{
    private static readonly string[] Pieces =
    [
        "v=spf1", "v=spf1 ", " ", "+", "-", "~", "?", "all", "include:", "a", "a:", "mx", "/24", "//64", "/33", "ip4:", "ip6:", "192.0.2.1", "192.0.2.0/24",
        "2001:db8::/32", "::", "redirect=", "exp=", "x=", "=", ":", "/", "example.net", "%{i}", "%{d1/}", "{", "}", "ptr", "exists:", "\u00e9", "\0", ".",
    ];

    private static readonly Gen<string> Jumble = Gen.Int[0, Pieces.Length - 1].Array[0, 12].Select(static picks => string.Concat(picks.Select(static i => Pieces[i])));

    [Theory]
    [InlineData("v=spf1 -all", "-All")]
    [InlineData("V=SPF1 A MX:Mail.Example.NET. ~all", "+A +Mx:mail.example.net ~All")]
    [InlineData("v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 ?all", "+Ip4 +Ip6 ?All")]
    [InlineData("v=spf1 include:_spf.example.net redirect=x.example exp=why.example unknown=%{x}", "+Include:_spf.example.net +Redirect:x.example +Exp:why.example +OtherModifier")]
    [InlineData("v=spf1 exists:%{i}._spf.%{d1/}.example a/24//64", "+Exists:%{i}._spf.%{d1/}.example +A")]
    public void A_record_is_read_into_its_terms(string text, string expected)
    {
        var record = SpfRecord.Parse(text)!;

        Assert.Null(record.Problem);
        Assert.Equal(expected, string.Join(' ', record.Terms.Select(static t => $"{t.Qualifier}{t.Kind}{(t.Domain is null ? "" : ":" + t.Domain)}")));
    }

    [Theory]
    [InlineData("v=spf1 nclude:x.example -all", "nclude:x.example")]
    [InlineData("v=spf1 include -all", "include")]
    [InlineData("v=spf1 ip4:192.0.2 -all", "ip4:192.0.2")]
    [InlineData("v=spf1 ip4:192.0.2.0/33", "ip4:192.0.2.0/33")]
    [InlineData("v=spf1 ip6:192.0.2.1", "ip6:192.0.2.1")]
    [InlineData("v=spf1 all:x", "all:x")]
    [InlineData("v=spf1 -redirect=x.example", "-redirect=x.example")]
    [InlineData("v=spf1 redirect=x.example redirect=y.example", "redirect")]
    public void A_fault_makes_the_record_invalid_and_is_named(string text, string fault) =>
        Assert.StartsWith(fault, SpfRecord.Parse(text)!.Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("v=spf10 -all")]
    [InlineData("v=spf1\t-all")]
    [InlineData("spf2.0/pra -all")]
    [InlineData("")]
    [InlineData(null)]
    public void What_does_not_begin_as_a_record_is_none(string? text) => Assert.Null(SpfRecord.Parse(text));

    [Fact]
    public void Reading_never_throws_and_gives_back_what_was_written() =>
        Gen.OneOf(Jumble, Gen.String).Select(static t => "v=spf1 " + t).Sample(
            static text =>
            {
                var record = SpfRecord.Parse(text)!;
                Assert.Equal(text, record.Text);
                if (record.Problem is not null) return;
                var again = SpfRecord.Parse("v=spf1 " + string.Join(' ', record.Terms))!;
                Assert.Null(again.Problem);
                Assert.Equal(record.Terms, again.Terms);
            },
            iter: 20_000, print: static t => t.Replace("\0", "\\0", StringComparison.Ordinal));

    [Fact]
    public async Task Two_records_are_none()
    {
        var survey = await Worlds.Survey(Worlds.With("x", "@ MX 0 .\n@ TXT v=spf1 -all\n@ TXT v=spf1 ~all"), "x.test");

        Assert.Null(survey.Spf);
        Assert.Equal("x.test has several SPF records, so none counts (RFC 7208 section 4.5)", survey.SpfProblem);
    }

    [Fact]
    public async Task An_invalid_record_is_shown_with_its_fault()
    {
        var survey = await Worlds.Survey(Worlds.With("x", "@ MX 0 .\n@ TXT other\n@ TXT v=spf1 nclude:y ~all"), "x.test");

        Assert.Equal("v=spf1 nclude:y ~all", survey.Spf);
        Assert.Equal("the SPF record of x.test is not valid: nclude:y is no term of SPF", survey.SpfProblem);
    }
}
