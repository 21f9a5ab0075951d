using System.Net;

namespace Gatepost.Relay;

/// <summary>One SMTP attempt put to a policy: one client, one sender, one recipient. Everything in it may be hostile.</summary>
public sealed record Attempt
{
    /// <summary>The client's address.</summary>
    public required IPAddress Client { get; init; }

    /// <summary>The client's name; without one the server found no PTR record.</summary>
    public ClientName Name { get; init; } = ClientName.Missing;

    /// <summary>The argument of HELO or EHLO; null where the client said none.</summary>
    public string? Helo { get; init; }

    /// <summary>The session's encryption; null without.</summary>
    public Tls? Tls { get; init; }

    /// <summary>The login; null without.</summary>
    public Login? Login { get; init; }

    /// <summary>The reverse-path of MAIL FROM, without angle brackets; empty for the null sender.</summary>
    public string MailFrom { get; init; } = "";

    /// <summary>The forward-path of RCPT TO, without angle brackets, as the client wrote it.</summary>
    public required string RcptTo { get; init; }

    /// <summary>The server's own address that the client reached; null where it does not matter.</summary>
    public IPAddress? ServerAddress { get; init; }
}
