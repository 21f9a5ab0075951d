using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Tables;

/// <summary>A table that nothing can be looked up in here: broken, or outside.</summary>
internal sealed class ClosedTable : PostfixTable
{
    private ClosedTable(string name, bool takesPartialKeys, OpaqueTable? outside, TableFault? fault) =>
        (Name, TakesPartialKeys, Outside, Fault) = (name, takesPartialKeys, outside, fault);

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override bool TakesPartialKeys { get; }

    /// <inheritdoc/>
    public override OpaqueTable? Outside { get; }

    /// <inheritdoc/>
    public override TableFault? Fault { get; }

    /// <inheritdoc/>
    public override IEnumerable<TableEntry> Entries => [];

    public static ClosedTable Broken(string name, string what, Origin origin, bool isFatal = false) =>
        new(name, true, null, new TableFault(what, origin) { IsFatal = isFatal });

    public static ClosedTable Beyond(string name, bool takesPartialKeys, Origin origin) => new(name, takesPartialKeys, new OpaqueTable(name, origin), null);

    /// <inheritdoc/>
    public override TableResult Find(ReadOnlySpan<char> key) => default;

    /// <inheritdoc/>
    public override void Mark(Landmarks landmarks, PatternSubject over, Action<string> mark)
    {
    }
}
