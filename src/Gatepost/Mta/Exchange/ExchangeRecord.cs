using Gatepost.Relay;

namespace Gatepost.Mta.Exchange;

/// <summary>One object of an export: a connector, a domain, a permission. Names are compared without letter case.</summary>
/// <param name="Origin">Where it stands.</param>
/// <param name="Values">Its properties; one of several values has each.</param>
internal sealed record ExchangeRecord(Origin Origin, IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    /// <summary>True where the export has the property, whatever its value.</summary>
    public bool Has(string name) => Values.ContainsKey(name);

    /// <summary>The first value; empty where there is none.</summary>
    public string Text(string name) => Values.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : "";

    /// <summary>True for <c>True</c> and <c>$true</c>; the given value where the export has none.</summary>
    public bool Flag(string name, bool otherwise = false) => Text(name) is { Length: > 0 } text ? text.TrimStart('$').Equals("true", StringComparison.OrdinalIgnoreCase) : otherwise;

    /// <summary>All values; one text that holds several is taken apart at commas, semicolons and blanks.</summary>
    public IReadOnlyList<string> List(string name) => Values.TryGetValue(name, out var values)
        ? [.. values.SelectMany(static v => v.Trim('{', '}').Split([',', ';', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
        : [];

    /// <summary>True where one of the values is this word.</summary>
    public bool Includes(string name, string word) => List(name).Contains(word, StringComparer.OrdinalIgnoreCase);
}
