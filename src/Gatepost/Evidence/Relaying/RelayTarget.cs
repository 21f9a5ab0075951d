using System.Net;
using Gatepost.Evidence.Dialog;

namespace Gatepost.Evidence.Relaying;

/// <summary>The server to test, and who tests it.</summary>
/// <param name="Address">The server's address and port.</param>
/// <param name="Helo">The argument of EHLO: the tester's own host name or address literal.</param>
/// <param name="TesterDomain">A domain of the tester's that the server does not serve, and that takes mail.</param>
public sealed record RelayTarget(IPEndPoint Address, string Helo, string TesterDomain)
{
    /// <summary>The server's host name, where the user knows it; null to take the name that the server gives itself.</summary>
    public string? Host { get; init; }

    /// <summary>Domains whose mail the server keeps, where the user knows any; the first two are asked about.</summary>
    public IReadOnlyList<string> LocalDomains { get; init; } = [];

    /// <summary>The address that the server sees the tester at, where that is not the local one (address translation); null where it is.</summary>
    public IPAddress? SeenAs { get; init; }

    /// <summary>When to go under TLS.</summary>
    public TlsMode Tls { get; init; } = TlsMode.IfOffered;

    /// <summary>A login, to test what it may do; the verdict is then never that strangers may.</summary>
    public Login? Login { get; init; }

    /// <summary>XCLIENT attributes, to be seen as a stranger.</summary>
    public string? XClient { get; init; }

    /// <summary>A PROXY header, to be seen as a stranger.</summary>
    public ProxyHeader? Proxy { get; init; }

    /// <summary>The local address to connect from; null for the system's choice.</summary>
    public IPAddress? Source { get; init; }

    /// <summary>The bounds of each dialog; never more than eight refusals.</summary>
    public DialogLimits Limits { get; init; } = DialogLimits.Default;

    /// <summary>The plan of one dialog with this server.</summary>
    internal DialogPlan Plan(IReadOnlyList<Envelope> envelopes) => new(Host ?? Address.Address.ToString(), Address, Helo)
    {
        Tls = Tls,
        Envelopes = envelopes,
        Login = Login,
        XClient = XClient,
        Proxy = Proxy,
        Source = Source,
        Limits = Limits with { Refusals = Math.Min(Limits.Refusals, RelaySession.MostRefusals) },
    };
}
