using Gatepost.Diagnoses;
using Gatepost.Tests.Refusals.Mail;

namespace Gatepost.Tests.Diagnoses;

/// <summary>The labelled bounces of the shared corpus, from the mail to the diagnosis.</summary>
public class BounceCorpusTests(ITestOutputHelper output)
{
    private sealed record Label(string File, int Index, string Recipient, string Status, string Code, string Reason);

    [Fact]
    public void Reason_status_and_code_are_those_of_the_labels()
    {
        var folder = SharedCorpus.Find("bounces");
        Assert.SkipWhen(folder is null, "The shared corpus is not here.");
        var exceptions = LabelExceptions.Read();
        int rows = 0, reasons = 0, statuses = 0, codes = 0, recipients = 0;
        var falseRelay = new List<string>();
        var stale = new List<string>();
        foreach (var file in Labels(folder).GroupBy(static l => l.File))
        {
            var read = BounceLabels.Read(Path.Combine(folder, file.Key));
            var left = read.ToList();
            foreach (var label in file)
            {
                rows++;
                var refusal = left.FirstOrDefault(r => label.Recipient.Equals(r.Recipient, StringComparison.OrdinalIgnoreCase)) ?? read.ElementAtOrDefault(label.Index - 1);
                if (refusal is null)
                {
                    output.WriteLine($"{label.File} {label.Index}: nothing read, want {label.Reason}");
                    continue;
                }

                left.Remove(refusal);
                var diagnosis = Rulebook.Default.Diagnose(refusal);
                if (label.Recipient.Length == 0 || label.Recipient.Equals(refusal.Recipient, StringComparison.OrdinalIgnoreCase)) recipients++;
                if (Agrees("reason", label.Reason, diagnosis.Reason.ToString().ToLowerInvariant())) reasons++;
                if (Agrees("status", label.Status, diagnosis.Status?.ToString() ?? "")) statuses++;
                if (Agrees("code", label.Code, refusal.Reply.Code?.ToString() ?? "")) codes++;
                if (diagnosis.IsRelayDenial && label.Reason != "norelaying") falseRelay.Add($"{label.File} {label.Index}");

                bool Agrees(string field, string want, string got)
                {
                    var listed = exceptions.TryGetValue((label.File, label.Index, field), out var ours);
                    if (listed && (want == got || ours != got)) stale.Add($"{label.File} {label.Index} {field}: {got}");
                    if (want == got || (listed && ours == got)) return true;
                    output.WriteLine($"{label.File} {label.Index} {field}: want '{want}', got '{got}' | {refusal.Phase} {refusal.Software} {refusal.ReportedStatus} | {refusal.Reply} | {refusal.Explanation}");
                    return false;
                }
            }
        }

        output.WriteLine($"rows {rows}, reason {reasons}, status {statuses}, code {codes}, recipient {recipients}");
        Assert.Empty(falseRelay);
        Assert.Empty(stale);
        Assert.True(reasons >= rows * ReasonFloor, $"reason: {reasons} of {rows}");
        Assert.True(statuses >= rows * StatusFloor, $"status: {statuses} of {rows}");
        Assert.True(codes >= rows * CodeFloor, $"code: {codes} of {rows}");
    }

    private const double ReasonFloor = 0.99;
    private const double StatusFloor = 0.98;
    private const double CodeFloor = 0.99;

    private static IEnumerable<Label> Labels(string folder) =>
        from line in File.ReadLines(Path.Combine(folder, "labels.tsv")).Skip(1)
        let f = line.Split('\t')
        select new Label(f[0], int.Parse(f[1]), f[2], f[3], f[4], f[5]);
}
