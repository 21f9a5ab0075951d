using Gatepost.Smtp;

namespace Gatepost.Refusals.Mail.Dsn;

/// <summary>What the human-readable text of a report says about one recipient; what it does not say is null.</summary>
internal sealed record RecipientWords
{
    /// <summary>The words, on one line.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>The quoted reply, or the reporter's own words where it quotes none.</summary>
    public string? Reply { get; init; }

    /// <summary>The address from which the recipient was expanded.</summary>
    public string? ExpandedFrom { get; init; }

    /// <summary>Host that replied.</summary>
    public string? Host { get; init; }

    /// <summary>Its address.</summary>
    public string? Address { get; init; }

    /// <summary>Its port.</summary>
    public int? Port { get; init; }

    /// <summary>The stage of the session.</summary>
    public SmtpPhase Phase { get; init; }

    /// <summary>The command.</summary>
    public string? Command { get; init; }
}
