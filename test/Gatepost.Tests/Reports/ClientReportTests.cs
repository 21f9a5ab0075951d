using System.Text;
using System.Text.RegularExpressions;
using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Reports;
using Gatepost.Smtp;

namespace Gatepost.Tests.Reports;

public sealed class ClientReportTests
{
    private static readonly Regex Codes = new(@"\bGP[0-9]{3}\b|\b[245]\.[0-9]{1,3}\.[0-9]{1,3}\b|\b[2345][0-5][0-9]\b", RegexOptions.NonBacktracking);

    private static string Write(Diagnosis diagnosis)
    {
        var output = new StringBuilder();
        ClientReport.Write(diagnosis, ReportStyle.Default, output);
        return output.ToString();
    }

    private static string Html(Diagnosis diagnosis)
    {
        var output = new StringBuilder();
        HtmlReport.Write([diagnosis], output);
        return output.ToString();
    }

    [Fact]
    public void The_recipients_side_must_act() => Golden.Assert("client-recipient.golden", Write(Samples.DomainNotConfigured));

    [Fact]
    public void The_reader_must_act() => Golden.Assert("client-sender.golden", Write(Samples.NoLogin));

    [Fact]
    public void Nothing_but_a_text_is_known() => Golden.Assert("client-bare.golden", Write(Samples.Bare));

    [Fact]
    public void As_html() => Golden.Assert("client.html.golden", Html(Samples.DomainNotConfigured));

    [Fact]
    public void Html_needs_nothing_else_and_holds_hostile_text_as_text()
    {
        var html = Html(Samples.AllHostile(Samples.Hostile));
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("src=", html);
        Assert.DoesNotContain("href=", html);
        Assert.Contains("Content-Security-Policy", html);
        Assert.Contains("&lt;script&gt;", html);
    }

    public static TheoryData<string> Causes => [.. Rulebook.Default.Causes.Select(static c => c.Id)];

    [Theory]
    [MemberData(nameof(Causes))]
    public void Every_cause_is_told_in_120_words_and_without_codes_in_the_first_half(string id)
    {
        var cause = Rulebook.Default.Causes.First(c => c.Id == id);
        var full = Samples.DomainNotConfigured with { Cause = cause, Owner = cause.Owner, Side = cause.Side, Fixes = cause.Fixes };
        var bare = full with { Refusal = Samples.Bare.Refusal, Confidence = Confidence.Low };
        foreach (var diagnosis in new[] { full, bare, full with { Refusal = full.Refusal with { Kind = RefusalKind.Delayed } } })
        {
            var text = Write(diagnosis);
            var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            Assert.True(words.Length <= ClientText.WordLimit, $"{words.Length} words:\n{text}");
            Assert.DoesNotMatch(Codes, string.Join(' ', words.Take(words.Length / 2)));
            Assert.DoesNotContain('{', text);
            Assert.Contains("1. ", text);
        }
    }

    [Fact]
    public void A_long_reply_does_not_push_the_advice_out()
    {
        var long_ = Samples.Relay with { Reply = new Reply(550, null, string.Join(' ', Enumerable.Repeat("no", 900))), Recipient = new string('a', 900) + "@example.net" };
        foreach (var sample in new[] { Samples.DomainNotConfigured, Samples.NoLogin })
        {
            var text = Write(sample with { Refusal = long_ });
            Assert.True(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= ClientText.WordLimit, text);
            Assert.Contains("2. ", text);
        }
    }
}
