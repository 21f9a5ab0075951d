using System.Net;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;

namespace Gatepost.Evidence.Probing;

/// <summary>What was found out about the server that refused, and about its tie to the sender.</summary>
internal sealed record RefuserEvidence
{
    /// <summary>Its addresses, by its name or as the refusal gives them.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; init; } = [];

    /// <summary>The addresses of the server that reported.</summary>
    public IReadOnlyList<IPAddress> ReporterAddresses { get; init; } = [];

    /// <summary>Looks at the port it refused at, and at the submission ports.</summary>
    public IReadOnlyList<DialogResult> Dialogs { get; init; } = [];

    /// <summary>The sender's domain's mail routing.</summary>
    public MailRouting? Sender { get; init; }

    /// <summary>Whether the sender's domain's SPF record covers one of its addresses.</summary>
    public bool? CoveredBySenderSpf { get; init; }
}
