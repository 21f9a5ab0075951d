using System.Net;

namespace Gatepost.Evidence.Dialog;

/// <summary>A dialog that is to be held: with whom, under what name, and what to ask. Never more than RCPT.</summary>
/// <param name="Host">The server's host name: for SNI, for comparing the certificate, for reports. An address where there is no name.</param>
/// <param name="Address">Its address and port.</param>
/// <param name="Helo">The argument of EHLO: the user's own host name or address literal, never the target's.</param>
public sealed record DialogPlan(string Host, IPEndPoint Address, string Helo)
{
    /// <summary>When to go under TLS.</summary>
    public TlsMode Tls { get; init; } = TlsMode.IfOffered;

    /// <summary>Transactions to hold, in order; none where EHLO is all that is wanted.</summary>
    public IReadOnlyList<Envelope> Envelopes { get; init; } = [];

    /// <summary>The login to try after EHLO (under TLS where there is any); null for none.</summary>
    public Login? Login { get; init; }

    /// <summary>XCLIENT attributes (<c>ADDR=192.0.2.1 NAME=host.example</c>) to send where the server offers XCLIENT; for the server's own operator only.</summary>
    public string? XClient { get; init; }

    /// <summary>A PROXY protocol header to send first; for the server's own operator only.</summary>
    public ProxyHeader? Proxy { get; init; }

    /// <summary>The local address to connect from; null for the system's choice.</summary>
    public IPAddress? Source { get; init; }

    /// <summary>False where commands are to be sent one by one even if PIPELINING is offered.</summary>
    public bool MayPipeline { get; init; } = true;

    /// <summary>The bounds of time and size.</summary>
    public DialogLimits Limits { get; init; } = DialogLimits.Default;
}
