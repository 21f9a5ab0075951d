using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>An item of a match list (mynetworks, relay_domains …): a literal pattern or a table.</summary>
/// <param name="Text">As written, without <c>!</c>.</param>
/// <param name="IsExcluded">True after an odd number of <c>!</c>.</param>
/// <param name="Origin">Where it stands.</param>
/// <param name="Table">The table; null for a literal.</param>
internal sealed record ListItem(string Text, bool IsExcluded, Origin Origin, PostfixTable? Table = null)
{
    /// <summary>Why every match from here on fails; null where nothing is broken.</summary>
    public string? Fault { get; init; }

    public OpaqueTable? Outside => Table?.Outside;
}
