namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>One failed recipient as a report's text tells it, before it becomes a <see cref="Refusal"/>.</summary>
internal sealed record Finding
{
    /// <summary>The recipient, bare.</summary>
    public required string Recipient { get; init; }

    /// <summary>The recipient as first given.</summary>
    public string? OriginalRecipient { get; init; }

    /// <summary>What was refused, where and how.</summary>
    public Detail Detail { get; init; } = Detail.None;

    /// <summary>Failed or delayed.</summary>
    public RefusalKind Kind { get; init; }
}
