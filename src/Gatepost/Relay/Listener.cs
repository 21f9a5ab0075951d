namespace Gatepost.Relay;

/// <summary>One door of a server: a master.cf service, an Exim port, an OpenSMTPD listen line, a receive connector.</summary>
/// <param name="Name">Its name in the configuration: <c>smtp</c>, <c>submission</c>, <c>127.0.0.1:10025</c>.</param>
/// <param name="Origin">Where it stands.</param>
public sealed record Listener(string Name, Origin Origin)
{
    /// <summary>The TCP port; null where unknown.</summary>
    public int? Port { get; init; }

    /// <summary>The address it listens on; null for all.</summary>
    public string? Address { get; init; }

    /// <summary>True where the outside cannot reach it: it listens on loopback or a UNIX socket only.</summary>
    public bool IsInternal { get; init; }

    /// <summary>True where a login can be made here.</summary>
    public bool OffersLogin { get; init; }

    /// <summary>True where it is meant for users' own mail (RFC 6409): port 587 or 465, or named so.</summary>
    public bool IsSubmission { get; init; }

    /// <summary>True where mail is taken only over TLS.</summary>
    public bool DemandsTls { get; init; }
}
