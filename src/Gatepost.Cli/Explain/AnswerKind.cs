namespace Gatepost.Cli.Explain;

/// <summary>What is printed.</summary>
internal enum AnswerKind
{
    /// <summary>For administrators: up to three reports in full, more of them grouped.</summary>
    Summary,
    /// <summary>For administrators, every report in full.</summary>
    Admin,
    /// <summary>For clients.</summary>
    Client,
    /// <summary>For clients, as HTML.</summary>
    Html,
    /// <summary>JSON lines.</summary>
    Json,
}
