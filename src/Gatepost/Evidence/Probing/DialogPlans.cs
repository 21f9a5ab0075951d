using System.Net;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;

namespace Gatepost.Evidence.Probing;

/// <summary>The dialogs that a prober holds.</summary>
internal sealed class DialogPlans(ProberOptions options)
{
    /// <summary>Submission by STARTTLS, and under TLS from the start (RFC 8314 section 3.3).</summary>
    public const int Submission = 587, Submissions = 465;

    // A domain that no server can own (RFC 2606 section 2).
    private const string Stranger = "nobody@gatepost-probe.invalid";

    /// <summary>The port for mail between servers.</summary>
    public int SmtpPort => options.SmtpPort;

    /// <summary>
    /// Asks an MX host about the recipient, about postmaster of the same domain, which every domain that takes mail must have
    /// (RFC 5321 section 4.5.1), and about a domain that it cannot own: the three answers together show whether it takes the domain for its own.
    /// </summary>
    public DialogPlan Recipient(string host, IPAddress address, Inquiry inquiry) => Base(host, address, options.SmtpPort) with
    {
        Envelopes = [new Envelope(inquiry.Sender, [.. inquiry.Recipient is { } recipient ? [recipient] : Array.Empty<string>(), $"postmaster@{inquiry.Domain}", Stranger])],
    };

    /// <summary>Looks at what answers on a port and what it offers.</summary>
    public DialogPlan Look(string host, IPAddress address, int port) => Base(host, address, port) with
    {
        Tls = port == Submissions ? TlsMode.Implicit : TlsMode.IfOffered,
    };

    /// <summary>Why an address that DNS gave is not connected to; null where it may be.</summary>
    public string? Forbids(IPAddress address) => options.AllowPrivateAddresses ? null : AddressScopes.Of(address) switch
    {
        AddressScope.Public => null,
        AddressScope.Loopback => $"{address} is a loopback address",
        AddressScope.Private => $"{address} is a private address",
        _ => $"{address} is no address of the Internet",
    };

    private DialogPlan Base(string host, IPAddress address, int port) =>
        new(host, new IPEndPoint(address, port), options.Helo) { Limits = options.Limits, Source = options.Source };
}
