using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Refusals.Inputs;
using Gatepost.Reports;

namespace Gatepost.Tests;

/// <summary>The examples that come with the program, held to the table beside them.</summary>
public class ExamplesTests
{
    public static TheoryData<string, string, string> Table()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Repository.File("examples/README.md")))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length == 6 && cells[3].StartsWith("GP", StringComparison.Ordinal)) data.Add(cells[1], cells[3], cells[4]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void An_example_has_its_cause_and_owner(string file, string cause, string owner)
    {
        var items = new RefusalSource(ReadLimits.Default).Read([Repository.File($"examples/{file}")]);
        var refusal = Assert.Single(items.SelectMany(static i => i.Outcome.Refusals));
        var diagnosis = Rulebook.Default.Diagnose(refusal);
        Assert.Equal((cause, owner), (diagnosis.Cause.Id, Names.Of(diagnosis.Owner)));
    }

    [Fact]
    public void Every_example_is_in_the_table()
    {
        var rows = Table().Select(static row => row.Data.Item1).Append("README.md").Order(StringComparer.Ordinal);
        Assert.Equal(rows, Directory.EnumerateFiles(Repository.File("examples")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);
    }
}
