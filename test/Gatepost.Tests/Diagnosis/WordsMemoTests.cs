using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Tests.Diagnoses;

/// <summary>What is remembered must be what is worked out.</summary>
public class WordsMemoTests
{
    private static readonly Rulebook Book = Rulebook.Default;

    [Fact]
    public void A_remembered_diagnosis_is_the_worked_out_one()
    {
        var lines = File.ReadLines(Repository.File("corpus/lines/relay.tsv")).Concat(File.ReadLines(Repository.File("corpus/lines/reasons.tsv")))
            .Where(static l => !l.StartsWith('#')).Select(static l => l.Split('\t')[^1]).Where(static l => l.Length > 0).ToList();
        Assert.True(lines.Count > 200);
        foreach (var line in lines.Concat(lines))
        {
            var refusal = Of(line);
            Assert.Equal(Told(Book.Work(refusal, null)), Told(Book.Diagnose(refusal)));
        }
    }

    [Theory]
    [InlineData("550 Relay denied", "450 Relay denied")]
    [InlineData("550 Invalid recipient", "550 5.1.1 Invalid recipient")]
    [InlineData("530 Relaying not allowed", "550 Relaying not allowed")]
    public void The_codes_count_too(string first, string second)
    {
        Book.Diagnose(Of(first));
        Assert.Equal(Told(Book.Work(Of(second), null)), Told(Book.Diagnose(Of(second))));
    }

    [Fact]
    public void Whatever_else_is_known_is_not_forgotten()
    {
        var bare = Of("554 5.7.1 Relay access denied");
        Assert.Equal("GP190", Book.Diagnose(bare).Cause.Id);
        Assert.Equal("GP101", Book.Diagnose(bare with { RemoteMta = "smtp.office365.com", RemotePort = 587 }).Cause.Id);
    }

    private static Refusal Of(string line) =>
        new() { Format = InputFormat.Text, Source = new SourceSpan("-", 1), Reply = Reply.Parse(line) };

    private static string Told(Diagnosis d) =>
        string.Join('|', d.Cause.Id, d.Reason, d.Owner, d.Side, d.Confidence, d.Status, d.IsRelayDenial, d.Summary, d.Refusal.Reply.ToString(),
            string.Join(';', d.Evidence.Select(static f => f.Says)), string.Join(';', d.Unknown), string.Join(';', d.Alternatives.Select(static a => a.Cause.Id)));
}
