namespace Gatepost.Smtp;

/// <summary>One command and its reply.</summary>
/// <param name="Command">
/// The command as sent, without its line end; null where the transcript does not show it, or for the greeting. Never a secret: of
/// AUTH only the mechanism is kept.
/// </param>
/// <param name="Reply">The reply.</param>
/// <param name="Phase">The stage of the session.</param>
public sealed record Exchange(string? Command, Reply Reply, SmtpPhase Phase)
{
    /// <summary>The reply's lines without their codes: what EHLO offered, line by line.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>1-based line of the transcript at which the reply begins; 0 where not known.</summary>
    public int Line { get; init; }

    /// <summary>When the reply came, where the transcript says so.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>True for a reply of 4yz or 5yz.</summary>
    public bool IsRefused => Reply.Code >= 400;

    /// <summary>The address of MAIL FROM or RCPT TO, bare; empty for <c>&lt;&gt;</c>; null for other commands.</summary>
    public string? Address => SmtpCommand.AddressOf(Command);
}
