using System.Buffers;
using System.Text;
using System.Text.Json;
using Gatepost.Diagnoses;
using Gatepost.Refusals.Inputs;
using Gatepost.Reports;

namespace Gatepost.Tests.Reports;

/// <summary>What holds for every report must hold for those of real mail.</summary>
public sealed class RealInputsTests
{
    [Fact]
    public void Reports_of_real_mail_keep_the_rules()
    {
        var folder = SharedCorpus.Find("bounces");
        Assert.SkipWhen(folder is null, "the collection of real mail is not here");
        var schema = JsonSchema.Load(Path.Combine(Golden.Root(), "docs", "schema", "explain-1.json"));
        using var json = new JsonReport();
        var bytes = new ArrayBufferWriter<byte>();
        var text = new StringBuilder();
        var count = 0;
        foreach (var refusal in new RefusalSource().Read([folder]).SelectMany(static item => item.Outcome.Refusals))
        {
            count++;
            var diagnosis = Rulebook.Default.Diagnose(refusal);
            bytes.ResetWrittenCount();
            json.Write(diagnosis, bytes);
            Assert.Empty(schema.Validate(JsonDocument.Parse(bytes.WrittenMemory).RootElement));

            AdminReport.Write(diagnosis, new ReportStyle { Verbose = true }, text.Clear());
            EscapeTests.AssertClean(text.ToString(), lines: true);
            Assert.All(text.ToString().Split('\n'), static line => Assert.True(DisplayWidth.Of(line) <= 80 || line.Contains("  swaks") || line.Contains("dig "), line));

            ClientReport.Write(diagnosis, ReportStyle.Default, text.Clear());
            EscapeTests.AssertClean(text.ToString(), lines: true);
            var words = text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            Assert.True(words <= ClientText.WordLimit, $"{words} words:\n{text}");
        }

        Assert.NotEqual(0, count);
    }
}
