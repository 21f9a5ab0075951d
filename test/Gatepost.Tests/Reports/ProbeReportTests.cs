using System.Text;
using Gatepost.Diagnoses;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Reports;
using Gatepost.Smtp;

namespace Gatepost.Tests.Reports;

public sealed class ProbeReportTests
{
    private static string Write(ProbeVerdict verdict, ReportStyle? style = null)
    {
        var output = new StringBuilder();
        ProbeReport.Write(verdict, style ?? ReportStyle.Default, output);
        return output.ToString();
    }

    [Fact]
    public void Every_host_accepts() => Golden.Assert("probe-accepts.golden", Write(ProbeSamples.Accepts));

    [Fact]
    public void The_server_does_not_know_its_domain() => Golden.Assert("probe-gp111.golden", Write(ProbeSamples.NotConfigured, ReportStyle.Default with { Verbose = true }));

    [Fact]
    public void The_name_servers_disagree() => Golden.Assert("probe-gp113.golden", Write(ProbeSamples.Migration));

    [Fact]
    public void A_null_mx() => Golden.Assert("probe-gp114.golden", Write(ProbeSamples.NullMx));

    [Fact]
    public void Port_25_is_blocked() => Golden.Assert("probe-gp133.golden", Write(ProbeSamples.Blocked));

    [Fact]
    public void A_greylist() => Golden.Assert("probe-greylist.golden", Write(ProbeSamples.Greylisted));

    [Fact]
    public void A_narrow_terminal() => Golden.Assert("probe-narrow.golden", Write(ProbeSamples.Accepts, new ReportStyle { Columns = 50 }));

    [Theory]
    [InlineData(40)]
    [InlineData(72)]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_is_wider_than_the_terminal(int columns)
    {
        foreach (var verdict in ProbeSamples.All)
            foreach (var line in Write(verdict with { Diagnosis = verdict.Diagnosis is { } d ? d with { Next = [] } : null }, new ReportStyle { Columns = columns }).Split('\n'))
                Assert.True(DisplayWidth.Of(line) <= columns, $"{DisplayWidth.Of(line)} > {columns}: {line}");
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        const string evil = Samples.Hostile;
        var dialog = ProbeSamples.Dialog("mx1.example.net", "192.0.2.25", 1, "250");
        dialog = dialog with
        {
            Plan = dialog.Plan with { Host = evil },
            Outcome = new DialogOutcome(SmtpPhase.Connect, DialogFault.Malformed, evil),
            Recipients = [new RecipientAnswer(0, evil + "@" + evil, new Reply(550, null, evil))],
            OfferBeforeTls = new EhloOffer(evil, ["AUTH " + evil]),
            Tls = dialog.Tls! with { Protocol = evil, Names = [evil], NamesTheHost = false, ChainProblem = evil },
            Wire = [new WireLine(WireKind.Server, evil, default)],
        };
        var seen = ProbeSamples.Migration.Observations;
        var survey = seen.Domain! with
        {
            Findings = [new DnsFinding(DnsFindingKind.Parked, evil, evil, evil)],
            Wire = [new DnsResponse(new DnsQuery(evil, DnsType.Txt), DnsOutcome.Answer) { Answers = [new DnsRecord(evil, DnsType.Txt, 1, new DnsData.Txt(evil))], Errors = [new ExtendedDnsError(6, evil)] }],
        };
        var verdict = new ProbeVerdict(ProbeVerdictKind.Refuses, evil, Samples.AllHostile(evil), seen with { Domain = survey, MxDialogs = [dialog], PortDialogs = [dialog] });
        foreach (var c in Write(verdict, ReportStyle.Default with { Verbose = true }))
            Assert.False(c != '\n' && (char.IsControl(c) || c is '\u202e' or '\u2066' or '\u200b' || char.IsSurrogate(c)), $"U+{(int)c:X4}");
        Assert.Empty(ProbeJsonTests.Problems(verdict));
    }
}
