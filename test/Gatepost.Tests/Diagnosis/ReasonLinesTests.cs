namespace Gatepost.Tests.Diagnoses;

/// <summary>Refusal lines of many products and the reason that people read in them.</summary>
public class ReasonLinesTests
{
    [Fact]
    public void Each_line_has_its_reason()
    {
        var faults = new List<string>();
        var lines = 0;
        foreach (var line in File.ReadLines(Repository.File("corpus/lines/reasons.tsv")))
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var reason, var text]) continue;
            lines++;
            var diagnosis = RuleExampleTests.Diagnose(text);
            if (!reason.Equals(diagnosis.Reason.ToString(), StringComparison.OrdinalIgnoreCase)) faults.Add($"{reason}, not {diagnosis.Reason}: {text}");
        }

        Assert.True(lines > 100, $"only {lines} lines");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
