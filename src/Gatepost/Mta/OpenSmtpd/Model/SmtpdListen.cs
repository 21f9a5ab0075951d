using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Model;

/// <summary>A <c>listen on</c> line.</summary>
/// <param name="On">The address, interface, group or name; <c>socket</c> for the local socket.</param>
/// <param name="Origin">Where it stands.</param>
internal sealed record SmtpdListen(string On, Origin Origin)
{
    public bool IsSocket { get; init; }

    /// <summary>The port as written; null where the line names none.</summary>
    public string? PortText { get; init; }

    /// <summary>Encrypted from the first octet.</summary>
    public bool IsSmtps { get; init; }

    /// <summary>STARTTLS is offered.</summary>
    public bool OffersTls { get; init; }

    /// <summary>No mail without STARTTLS.</summary>
    public bool DemandsTls { get; init; }

    /// <summary>No session without a client certificate of a known authority.</summary>
    public bool DemandsCertificate { get; init; }

    /// <summary>A login is offered, to encrypted sessions only.</summary>
    public bool OffersLogin { get; init; }

    /// <summary>No mail without a login.</summary>
    public bool DemandsLogin { get; init; }

    public string Tag { get; init; } = "";

    public string? HostName { get; init; }

    /// <summary>Names by address of the listener.</summary>
    public SmtpdTable? HostNames { get; init; }

    /// <summary>The senders that each user may use.</summary>
    public SmtpdTable? Senders { get; init; }

    public SmtpdFilter? Filter { get; init; }
}
