using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Tables;

/// <summary>
/// <c>unionmap:</c>, whose value is that of all parts that have the key, joined by commas, and <c>pipemap:</c>, in which each part's value is the key for the next. Its <see cref="Entries"/> are those
/// of the parts that give values, and of a union also those that it may join. A part that is broken or outside makes the whole so.
/// </summary>
internal sealed class CombinedTable(string name, ImmutableArray<PostfixTable> parts, bool isPipe) : PostfixTable
{
    private const int MostJoined = 1000;

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override bool TakesPartialKeys => parts[0].TakesPartialKeys;

    /// <inheritdoc/>
    public override OpaqueTable? Outside { get; } = Beyond(name, parts, isPipe);

    /// <inheritdoc/>
    public override TableFault? Fault { get; } = parts.FirstOrDefault(static p => p.Fault is not null)?.Fault;

    /// <inheritdoc/>
    public override IEnumerable<TableEntry> Entries => isPipe ? parts[^1].Entries : Joined(parts).Take(MostJoined);

    /// <inheritdoc/>
    public override TableResult Find(ReadOnlySpan<char> key) => Fault is not null || Outside is not null ? default : isPipe ? Pipe(key) : Union(key);

    /// <inheritdoc/>
    public override void Mark(Landmarks landmarks, PatternSubject over, Action<string> mark)
    {
        // What later parts of a pipe are asked follows from what the first one said.
        foreach (var part in isPipe ? parts[..1] : parts) part.Mark(landmarks, over, mark);
    }

    private static OpaqueTable? Beyond(string name, ImmutableArray<PostfixTable> parts, bool isPipe)
    {
        if (parts.Any(static p => p.Fault is not null)) return null;
        if (parts.FirstOrDefault(static p => p.Outside is not null) is { Outside: { } outside }) return new OpaqueTable(name, outside.Origin);
        // Pieces of a key that are keys of the next part cannot be told apart beforehand.
        if (!isPipe && Joined(parts).Skip(MostJoined).Any()) return new OpaqueTable(name, parts[0].Entries.First().Origin);
        return isPipe && parts[..^1].OfType<PatternTable>().FirstOrDefault(static p => p.Substitutes) is { } pattern ? new OpaqueTable(name, pattern.Origin) : null;
    }

    // Every value that a key may have: one of a part, or several of different parts joined.
    private static IEnumerable<TableEntry> Joined(ImmutableArray<PostfixTable> parts)
    {
        IEnumerable<TableEntry> all = [];
        foreach (var part in parts)
        {
            var before = all;
            all = before.Concat(part.Entries.SelectMany(e => before.Select(b => Join(b, e)).Prepend(e)));
        }

        return all.DistinctBy(static e => e.Value, StringComparer.Ordinal);
    }

    private static TableEntry Join(TableEntry first, TableEntry second) => first with { Value = $"{first.Value},{second.Value}" };

    private TableResult Pipe(ReadOnlySpan<char> key)
    {
        TableResult result = default;
        foreach (var part in parts)
        {
            result = part.Find(result.Value ?? key);
            if (!result.IsFound) return default;
        }

        return result;
    }

    private TableResult Union(ReadOnlySpan<char> key)
    {
        TableResult first = default;
        foreach (var part in parts)
        {
            var result = part.Find(key);
            if (!result.IsFound) continue;
            first = first.IsFound ? new TableResult(Join(first.Entry!, result.Entry!), $"{first.Value},{result.Value}") : result;
        }

        return first;
    }
}
