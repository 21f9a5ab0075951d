using Gatepost.Smtp;

namespace Gatepost.Refusals;

/// <summary>
/// One recipient's refusal, from whatever source it was read. A reader fills in what its source says and nothing else:
/// unknown is null or <c>Unknown</c>, never a guess. Two readers of the same event must give the same values.
/// </summary>
public sealed record Refusal
{
    /// <summary>What it was read from.</summary>
    public required InputFormat Format { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourceSpan Source { get; init; }

    /// <summary>What became of the message.</summary>
    public RefusalKind Kind { get; init; }

    /// <summary>The reply of the server that refused, or the reporting server's own words where no reply is quoted.</summary>
    public Reply Reply { get; init; } = Reply.Empty;

    /// <summary>
    /// What the reporter says in its own words around the reply, or a provider's own classification of it. Consulted
    /// only where <see cref="Reply"/> says too little. One line, blanks folded.
    /// </summary>
    public string? Explanation { get; init; }

    /// <summary>The Status field of a DSN, a log's <c>dsn=</c>, a provider's status field: the reporter's opinion, often only a default.</summary>
    public EnhancedStatus? ReportedStatus { get; init; }

    /// <summary>The recipient that was refused, bare (no angle brackets). Null where the source does not say.</summary>
    public string? Recipient { get; init; }

    /// <summary>The recipient as first given, where a forward or alias changed it (Original-Recipient, orig_to, "expanded from").</summary>
    public string? OriginalRecipient { get; init; }

    /// <summary>The envelope sender, bare; empty for the null sender <c>&lt;&gt;</c>; null where not known.</summary>
    public string? Sender { get; init; }

    /// <summary>The stage of the session at which the reply was given.</summary>
    public SmtpPhase Phase { get; init; }

    /// <summary>The command itself where it is quoted, as <c>RCPT TO:&lt;a@b&gt;</c>.</summary>
    public string? Command { get; init; }

    /// <summary>Host name (or address literal) of the server that refused, where it is not the reporting one.</summary>
    public string? RemoteMta { get; init; }

    /// <summary>Address of the server that refused.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>Port of the server that refused.</summary>
    public int? RemotePort { get; init; }

    /// <summary>Host name of the server that reported: the DSN's Reporting-MTA, the host that wrote the log line.</summary>
    public string? ReportingMta { get; init; }

    /// <summary>True where the reporting server itself refused (an inbound log line): it is the one that said no.</summary>
    public bool RefusedByReporter { get; init; }

    /// <summary>The client that was refused: its address.</summary>
    public string? ClientAddress { get; init; }

    /// <summary>The client that was refused: its verified host name.</summary>
    public string? ClientName { get; init; }

    /// <summary>The client's HELO/EHLO argument.</summary>
    public string? Helo { get; init; }

    /// <summary>The login name the session was authenticated as.</summary>
    public string? Login { get; init; }

    /// <summary>What is known of AUTH in the session.</summary>
    public AuthState Auth { get; init; }

    /// <summary>Software that reported, in lower case: <c>postfix</c>, <c>exim</c>, <c>sendmail</c>, <c>qmail</c>, <c>exchange</c>, <c>office365</c>, <c>gmail</c>, …</summary>
    public string? Software { get; init; }

    /// <summary>When it happened, by the source's own clock.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The queue id or provider's event id, for finding the message again.</summary>
    public string? QueueId { get; init; }

    /// <summary>The returned message, where it came back.</summary>
    public OriginalMessage? Original { get; init; }

    /// <summary>What could not be read or is missing from the source, as whole sentences (a mail cut off in the middle, …).</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
