namespace Gatepost.Mta.Postfix;

/// <summary>What a lookup gave. The default is: nothing found.</summary>
/// <param name="Entry">The entry; null where none was found.</param>
/// <param name="Value">The value, with a pattern's <c>$1</c> filled in.</param>
public readonly record struct TableResult(TableEntry? Entry, string? Value)
{
    /// <summary>True where an entry was found.</summary>
    public bool IsFound => Entry is not null;
}
