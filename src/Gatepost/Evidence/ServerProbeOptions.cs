using System.Net;
using Gatepost.Evidence.Dialog;

namespace Gatepost.Evidence;

/// <summary>How to hold dialogs with a server that the user names.</summary>
/// <param name="Common">What holds for every dialog: name, bounds, source.</param>
public sealed record ServerProbeOptions(ProberOptions Common)
{
    // RFC 8314 section 3.3.
    private const int ImplicitTlsPort = 465;

    /// <summary>When to go under TLS; null for STARTTLS where offered, and TLS from the first octet at port 465.</summary>
    public TlsMode? Tls { get; init; }

    /// <summary>The login to try; null for none.</summary>
    public Login? Login { get; init; }

    /// <summary>XCLIENT attributes; null for none.</summary>
    public string? XClient { get; init; }

    /// <summary>Version of the PROXY header, 1 or 2; null for none.</summary>
    public int? ProxyVersion { get; init; }

    /// <summary>The client that the PROXY header names.</summary>
    public IPEndPoint? ProxySource { get; init; }

    /// <summary>The envelope sender; empty for the null sender.</summary>
    public string Sender { get; init; } = "";

    /// <summary>The dialog that would be held at an address.</summary>
    public DialogPlan Plan(ProbeTarget target, ProbeServer server, IPAddress address)
    {
        var port = server.Port ?? Common.SmtpPort;
        var end = new IPEndPoint(address, port);
        return new DialogPlan(server.Host, end, Common.Helo)
        {
            Tls = Tls ?? (port == ImplicitTlsPort ? TlsMode.Implicit : TlsMode.IfOffered),
            Envelopes = RecipientOf(target) is { } recipient ? [new Envelope(Sender, [recipient])] : [],
            Login = Login,
            XClient = XClient,
            Proxy = this is { ProxyVersion: { } version, ProxySource: { } client } ? new ProxyHeader(version, client, end) : null,
            Source = Common.Source,
            Limits = Common.Limits,
        };
    }

    /// <summary>The recipient that is asked for: the target's own, else the domain's postmaster (RFC 5321 section 4.5.1); null for a mere server.</summary>
    private static string? RecipientOf(ProbeTarget target) => target.Recipient ?? (target.Domain is { } domain ? "postmaster@" + domain : null);
}
