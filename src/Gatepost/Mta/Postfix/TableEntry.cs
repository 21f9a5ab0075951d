using Gatepost.Relay;

namespace Gatepost.Mta.Postfix;

/// <summary>An entry of a lookup table.</summary>
/// <param name="Key">The key or pattern as written.</param>
/// <param name="Value">The value; of a pattern's value <c>$1</c> and the like are not yet filled in.</param>
/// <param name="Origin">Where it stands.</param>
public sealed record TableEntry(string Key, string Value, Origin Origin);
