namespace Gatepost.Refusals.Inputs;

/// <summary>One thing to read that the user's arguments led to, not opened yet; or a reason why there is nothing to read.</summary>
/// <param name="Source">Its name for people: the path as given or found, <c>-</c> for standard input.</param>
public readonly record struct InputEntry(string Source)
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Why it cannot be read, in plain words that follow "cannot be read: "; null where it can be tried.</summary>
    public string? Problem { get; init; }

    /// <summary>What was passed over here, as a whole sentence; there is nothing to read then.</summary>
    public string? Note { get; init; }

    /// <summary>True where the directory listing gave no size: an empty file, or a pipe, socket or device, which are not opened unasked.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>True for standard input.</summary>
    public bool IsStandardInput { get; init; }
}
