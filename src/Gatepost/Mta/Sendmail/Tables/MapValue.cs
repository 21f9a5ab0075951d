using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Tables;

/// <summary>An entry of a map: its value and where it stands.</summary>
/// <param name="Key">The key as written.</param>
/// <param name="Value">The value as written.</param>
/// <param name="Origin">The line.</param>
/// <param name="Number">The number of its value among the values of the map, from 1; entries of the same value share it.</param>
internal sealed record MapValue(string Key, string Value, Origin Origin, int Number)
{
    /// <summary>The value as rules compare it: its tokens, in upper case.</summary>
    public string Word { get; } = string.Concat(Value.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    /// <summary>RELAY.</summary>
    public bool IsRelay => Word == "RELAY";

    /// <summary>A value of the class {Accept}: OK or RELAY.</summary>
    public bool IsAccepting => Word is "OK" or "RELAY";

    /// <summary>SKIP.</summary>
    public bool IsSkip => Word == "SKIP";
}
