using Gatepost.Diagnoses;

namespace Gatepost.Tests.Diagnoses;

/// <summary>Refusal lines of many products with the class and the usual fixer that people gave them.</summary>
public class RefusalLinesTests
{
    [Fact]
    public void Relay_denials_are_found_with_the_right_owner_and_nothing_else_is_called_one()
    {
        var path = SharedCorpus.Find("texts/refusals.tsv");
        Assert.SkipWhen(path is null, "The shared corpus is not on this machine.");
        var faults = new List<string>();
        var lines = 0;
        foreach (var line in File.ReadLines(path!).Skip(1))
        {
            var fields = line.Split('\t');
            if (fields.Length < 8) continue;
            lines++;
            var (id, text, kind, fixer) = (fields[0], fields[1], fields[5], fields[7]);
            var diagnosis = RuleExampleTests.Diagnose(text);
            var fault = kind.StartsWith("RELAY-", StringComparison.Ordinal) != diagnosis.IsRelayDenial ? "relay"
                : !OwnerFits(kind, fixer, diagnosis.Owner) ? "owner" : null;
            if (fault is not null)
                faults.Add($"{fault}: {id} {kind} [{fixer}] {text} -> {diagnosis.Cause.Id} {diagnosis.Reason} {diagnosis.Owner}");
        }

        Assert.True(lines > 50, $"only {lines} lines");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static bool OwnerFits(string kind, string fixer, Owner owner) => kind switch
    {
        "RELAY-EITHER" => owner is Owner.Undetermined or Owner.Sender or Owner.SendingAdmin or Owner.RecipientAdmin,
        _ when fixer.StartsWith("recipient", StringComparison.Ordinal) => owner is Owner.RecipientAdmin or Owner.RecipientDns,
        _ when fixer.StartsWith("sending tenant", StringComparison.Ordinal) || fixer.StartsWith("sending Workspace", StringComparison.Ordinal)
            || fixer.StartsWith("sending server", StringComparison.Ordinal) => owner is Owner.SendingAdmin,
        _ => owner is Owner.Sender or Owner.SendingAdmin,
    };
}
