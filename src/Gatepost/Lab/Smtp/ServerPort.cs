namespace Gatepost.Lab.Smtp;

/// <summary>A port of a mail server. Ports that a server does not name refuse connections.</summary>
/// <param name="Number">The port's number.</param>
public sealed record ServerPort(int Number)
{
    /// <summary>Mail between servers, with STARTTLS and without a login.</summary>
    public static ServerPort Smtp { get; } = new(25);

    /// <summary>Mail between servers and, by a login, for other domains.</summary>
    public static ServerPort SmtpWithLogin { get; } = new(25) { OffersLogin = true };

    /// <summary>Submission (RFC 6409): STARTTLS, and nothing without a login.</summary>
    public static ServerPort Submission { get; } = new(587) { OffersLogin = true, RequiresLogin = true };

    /// <summary>Submission under TLS from the start (RFC 8314).</summary>
    public static ServerPort Submissions { get; } = new(465) { OffersLogin = true, RequiresLogin = true, Tls = PortTls.Implicit };

    /// <summary>Port 25 behind a firewall that drops what is sent to it.</summary>
    public static ServerPort Blocked { get; } = new(25) { State = PortState.Silent };

    /// <summary>What becomes of a connection.</summary>
    public PortState State { get; init; }

    /// <summary>How it comes under TLS.</summary>
    public PortTls Tls { get; init; } = PortTls.StartTls;

    /// <summary>True where AUTH is offered: under TLS, where the port knows TLS.</summary>
    public bool OffersLogin { get; init; }

    /// <summary>True where nothing is taken without a login.</summary>
    public bool RequiresLogin { get; init; }
}
