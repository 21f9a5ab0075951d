namespace Gatepost.Refusals.Transcripts;

/// <summary>Who says a line of a dialog.</summary>
internal enum DialogSide
{
    /// <summary>The tool itself, or nobody.</summary>
    Tool,
    /// <summary>The client.</summary>
    Client,
    /// <summary>The server.</summary>
    Server,
}
