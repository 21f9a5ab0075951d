using Gatepost.Lab.Dns;
using Gatepost.Lab.Smtp;

namespace Gatepost.Lab;

/// <summary>A simulated refusal with all its surroundings: what the user has in hand, and the DNS and the mail servers behind it.</summary>
public sealed record LabWorld
{
    /// <summary>Its name, in kebab case: <c>stale-mx</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows, as one sentence without its full stop.</summary>
    public required string Title { get; init; }

    /// <summary>What happened, as a few plain sentences for somebody who wants to learn.</summary>
    public required string Story { get; init; }

    /// <summary>The cause that is the right answer: <c>GP112</c>.</summary>
    public required string ExpectedCause { get; init; }

    /// <summary>Who must act, as JSON names them: <c>recipient-dns</c>.</summary>
    public required string ExpectedOwner { get; init; }

    /// <summary>What the user has in hand: a mail, a log line, a transcript, a reply.</summary>
    public required string Input { get; init; }

    /// <summary>What to probe: an address or a host; null where there is nothing to probe.</summary>
    public string? Target { get; init; }

    /// <summary>The address of the server that sent; null where it does not matter.</summary>
    public string? Client { get; init; }

    /// <summary>The authoritative name servers below the top-level domains.</summary>
    public IReadOnlyList<NameServer> NameServers { get; init; } = [];

    /// <summary>PTR records: an IPv4 address and its name a line.</summary>
    public string Reverse { get; init; } = "";

    /// <summary>Block lists to ask about the client.</summary>
    public IReadOnlyList<string> BlockLists { get; init; } = [];

    /// <summary>The mail servers.</summary>
    public IReadOnlyList<MailServer> Servers { get; init; } = [];

    /// <summary>The server that answers every connection to port 25 in place of the one that was meant; null where there is none.</summary>
    public MailServer? Interceptor { get; init; }
}
