using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Smtp;

/// <summary>A mail server of a lab world: its product, its ports, and its policy.</summary>
/// <param name="Host">The name that it gives itself.</param>
/// <param name="Address">Its address.</param>
/// <param name="Product">The product, whose words it speaks.</param>
public sealed record MailServer(string Host, string Address, MailProduct Product)
{
    /// <summary>Its ports.</summary>
    public IReadOnlyList<ServerPort> Ports { get; init; } = [ServerPort.Smtp];

    /// <summary>The domains whose mail it takes: its own, and those that it relays for.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>The addresses that exist in its domains; empty where every one does.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>The one account that can log in; null for none.</summary>
    public (string User, string Secret)? Account { get; init; }

    /// <summary>True where a login may send under its own address only.</summary>
    public bool OwnSenderOnly { get; init; }

    /// <summary>What it makes of the name of whoever connects; Sendmail tells it in its refusals.</summary>
    public ClientNameState SeesClientName { get; init; } = ClientNameState.Verified;

    /// <summary>True where recipients are put off at first (greylisting, RFC 6647). The lab's servers never relent: a probe sees the first attempt only.</summary>
    public bool Greylists { get; init; }

    /// <summary>The block list that names every client; null for none.</summary>
    public string? BlockedBy { get; init; }

    /// <summary>The words for clients on the list, with <c>{client}</c> and <c>{list}</c>; null for the product's own.</summary>
    public string? BlockWords { get; init; }

    /// <summary>True where it is too busy and closes with 421.</summary>
    public bool IsBusy { get; init; }

    /// <summary>How long it waits before each reply after <see cref="TarpitAfter"/> refusals.</summary>
    public TimeSpan Tarpit { get; init; }

    /// <summary>The refusals that go unpunished.</summary>
    public int TarpitAfter { get; init; } = 10;

    /// <summary>The names in its certificate; by default its own.</summary>
    public IReadOnlyList<string> CertificateNames { get; init; } = [Host];
}
