using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Tables;

/// <summary><c>static:</c>, which gives one value to every key.</summary>
internal sealed class StaticTable(string name, string value, Origin origin, bool takesPartialKeys = true) : PostfixTable
{
    private readonly TableEntry _entry = new("", value, origin);

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override bool TakesPartialKeys => takesPartialKeys;

    /// <inheritdoc/>
    public override OpaqueTable? Outside => null;

    /// <inheritdoc/>
    public override TableFault? Fault => null;

    /// <inheritdoc/>
    public override IEnumerable<TableEntry> Entries => [_entry];

    /// <inheritdoc/>
    public override TableResult Find(ReadOnlySpan<char> key) => new(_entry, _entry.Value);

    /// <inheritdoc/>
    public override void Mark(Landmarks landmarks, PatternSubject over, Action<string> mark)
    {
    }
}
