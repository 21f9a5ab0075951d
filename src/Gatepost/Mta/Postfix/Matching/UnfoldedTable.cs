using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>
/// A texthash or inline table in a match list (relay_domains, mynetworks): Postfix asks it in lower case and leaves its keys as they are written, so that one with a capital letter never matches.
/// Elsewhere it folds such keys too, and for hash and its kin postmap did.
/// </summary>
internal sealed class UnfoldedTable(PostfixTable table) : PostfixTable
{
    public override string Name => table.Name;

    public override bool TakesPartialKeys => table.TakesPartialKeys;

    public override OpaqueTable? Outside => table.Outside;

    public override TableFault? Fault => table.Fault;

    public override IEnumerable<TableEntry> Entries => table.Entries.Where(static e => !HasCapitals(e));

    /// <summary>The table as a match list asks it.</summary>
    public static PostfixTable Of(PostfixTable table) =>
        table.Outside is null && table.Fault is null && (table.Name.Contains("texthash:", StringComparison.Ordinal) || table.Name.Contains("inline:", StringComparison.Ordinal)) ? new UnfoldedTable(table) : table;

    public override TableResult Find(ReadOnlySpan<char> key) => table.Find(key) is { Entry: { } entry } found && !HasCapitals(entry) ? found : default;

    public override void Mark(Landmarks landmarks, PatternSubject over, Action<string> mark) => table.Mark(landmarks, over, mark);

    private static bool HasCapitals(TableEntry entry) => entry.Key.AsSpan().ContainsAnyInRange('A', 'Z');
}
