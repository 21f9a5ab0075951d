namespace Gatepost.Mta.Exim.Expansions;

/// <summary>What a string expands to.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Text">The text; empty where there is none.</param>
internal readonly record struct Expanded(ExpandedKind Kind, string Text)
{
    public static Expanded Failed => new(ExpandedKind.Failed, "");

    public static Expanded Forced => new(ExpandedKind.Forced, "");

    public static Expanded Unknown => new(ExpandedKind.Unknown, "");

    public static Expanded Panic => new(ExpandedKind.Panic, "");

    public bool IsText => Kind == ExpandedKind.Text;

    public static Expanded Of(string text) => new(ExpandedKind.Text, text);

    /// <summary>What a test comes to whose string did not expand.</summary>
    public Truth ToTruth() => Kind switch
    {
        ExpandedKind.Deferred => Truth.Defer,
        ExpandedKind.Panic => Truth.Panic,
        ExpandedKind.Unknown => Truth.Unknown,
        _ => Truth.Error,
    };
}
