using System.Text;
using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Reports;

namespace Gatepost.Tests.Reports;

public sealed class AdminReportTests
{
    private static string Write(Diagnosis diagnosis, ReportStyle? style = null)
    {
        var output = new StringBuilder();
        AdminReport.Write(diagnosis, style ?? ReportStyle.Default, output);
        return output.ToString();
    }

    [Fact]
    public void A_full_diagnosis() => Golden.Assert("admin-domain-not-configured.golden", Write(Samples.DomainNotConfigured));

    [Fact]
    public void A_full_diagnosis_with_everything_read() =>
        Golden.Assert("admin-verbose.golden", Write(Samples.NoLogin, ReportStyle.Default with { Verbose = true }));

    [Fact]
    public void A_bare_text() => Golden.Assert("admin-bare.golden", Write(Samples.Bare));

    [Fact]
    public void A_wide_terminal_in_colour() =>
        Golden.Assert("admin-wide-colour.golden", Write(Samples.DomainNotConfigured, new ReportStyle { Columns = 120, Color = true }));

    [Theory]
    [InlineData(RefusalKind.Complaint, "complaint")]
    [InlineData(RefusalKind.AutoReply, "automatic reply")]
    [InlineData(RefusalKind.Delivered, "delivered")]
    public void What_is_no_refusal_gets_a_sentence(RefusalKind kind, string word)
    {
        var text = Write(Samples.DomainNotConfigured with { Refusal = Samples.Relay with { Kind = kind } });
        Assert.StartsWith("No refusal: ", text);
        Assert.Contains(word, text);
        Assert.Contains("bounce.eml:31", text);
    }

    [Fact]
    public void A_delay_is_put_off_not_refused() =>
        Assert.Contains("mx1.example.net put off pat@example.net", Write(Samples.DomainNotConfigured with { Refusal = Samples.Relay with { Kind = RefusalKind.Delayed } }));

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(120)]
    public void No_line_is_wider_than_the_terminal(int columns)
    {
        foreach (var diagnosis in Samples.All.Append(Samples.AllHostile("受信者は中継を拒否されました é e\u0301 " + new string('x', 300))))
            foreach (var line in Write(diagnosis with { Next = [] }, new ReportStyle { Columns = columns, Verbose = true }).Split('\n'))
                Assert.True(DisplayWidth.Of(line) <= columns, $"{DisplayWidth.Of(line)} > {columns}: {line}");
    }
}
