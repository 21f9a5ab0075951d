using System.Net;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;

namespace Gatepost.Evidence.Probing;

/// <summary>What was found out about the recipient's domain.</summary>
internal sealed record DomainEvidence
{
    public static DomainEvidence None { get; } = new();

    public DomainSurvey? Survey { get; init; }

    /// <summary>The hosts of all name servers' MX sets.</summary>
    public IReadOnlyList<MailHost> Hosts { get; init; } = [];

    public IReadOnlyList<DialogResult> Dialogs { get; init; } = [];

    public IReadOnlyList<DialogResult> Ports { get; init; } = [];

    /// <summary>For each address that was talked to: whether what answers there is the host that the MX record names; missing where not known.</summary>
    public IReadOnlyDictionary<IPEndPoint, Identity> Identities { get; init; } = new Dictionary<IPEndPoint, Identity>();

    /// <summary>For each host: whether the domain's SPF record covers its addresses; missing where it cannot be told.</summary>
    public IReadOnlyDictionary<string, bool> CoveredBySpf { get; init; } = new Dictionary<string, bool>();

    public IEnumerable<(MailHost Host, DialogResult Dialog)> Pairs =>
        from dialog in Dialogs
        from host in Hosts
        where host.Name == dialog.Plan.Host
        select (host, dialog);
}
