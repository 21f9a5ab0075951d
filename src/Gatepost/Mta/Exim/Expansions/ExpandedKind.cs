namespace Gatepost.Mta.Exim.Expansions;

/// <summary>How the expansion of a string ended.</summary>
internal enum ExpandedKind
{
    /// <summary>It gave a text.</summary>
    Text,
    /// <summary>It was made to fail by the word <c>fail</c>.</summary>
    Forced,
    /// <summary>It failed: a mistake in the configuration.</summary>
    Failed,
    /// <summary>A lookup could not be made for now.</summary>
    Deferred,
    /// <summary>The server gives up: a file that is missing.</summary>
    Panic,
    /// <summary>Only the outside could tell.</summary>
    Unknown,
}
