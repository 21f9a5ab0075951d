using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Tables;

/// <summary>A map whose source text is at hand: what makemap makes of it.</summary>
internal sealed class SourceMap
{
    private readonly Dictionary<string, MapValue> _entries = new(StringComparer.OrdinalIgnoreCase);

    private SourceMap(string shown) => Shown = shown;

    /// <summary>The source's path.</summary>
    public string Shown { get; }

    public IReadOnlyCollection<MapValue> Entries => _entries.Values;

    /// <summary>The number of different values.</summary>
    public int Values { get; private set; }

    /// <summary>Keys that stand there twice: makemap keeps the first.</summary>
    public List<MapValue> Repeated { get; } = [];

    /// <summary>Lines with a key and no value, which makemap refuses.</summary>
    public List<Origin> Valueless { get; } = [];

    public static SourceMap Read(string shown, string text)
    {
        var map = new SourceMap(shown);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var start = line.AsSpan().TrimStart();
            if (start.IsEmpty) continue;
            map.Add(line, new Origin(shown, number), numbers);
        }

        map.Values = numbers.Count;
        return map;
    }

    public MapValue? Find(ReadOnlySpan<char> key) => _entries.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var found) ? found : null;

    private void Add(string line, Origin origin, Dictionary<string, int> numbers)
    {
        var end = line.AsSpan().IndexOfAny(" \t\r");
        if (end == 0) return;
        var value = end < 0 ? "" : line[end..].Trim();
        if (value.Length == 0)
        {
            Valueless.Add(origin);
            return;
        }

        if (!numbers.TryGetValue(value, out var number)) numbers[value] = number = numbers.Count + 1;
        var entry = new MapValue(line[..end], value, origin, number);
        if (!_entries.TryAdd(entry.Key, entry)) Repeated.Add(entry);
    }
}
