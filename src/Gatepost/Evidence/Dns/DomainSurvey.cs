namespace Gatepost.Evidence.Dns;

/// <summary>All that the DNS says of a domain's mail, asked through the resolver and of each name server itself.</summary>
/// <param name="Domain">The domain, in A-labels, lower case.</param>
public sealed record DomainSurvey(string Domain)
{
    /// <summary>Where mail goes.</summary>
    public MailRoute Route { get; init; }

    /// <summary>The MX hosts in the order in which a sender tries them (preference, then name).</summary>
    public IReadOnlyList<MailHost> Hosts { get; init; } = [];

    /// <summary>MX through the resolver.</summary>
    public DnsResponse? Mx { get; init; }

    /// <summary>The delegation; null where it was not walked.</summary>
    public Delegation? Delegation { get; init; }

    /// <summary>What each address of each authoritative server said; empty where they were not asked.</summary>
    public IReadOnlyList<NameServerAnswer> Servers { get; init; } = [];

    /// <summary>The signatures.</summary>
    public DnssecState Dnssec { get; init; }

    /// <summary>The SPF record (RFC 7208), whole; null where there is none or it was not asked for.</summary>
    public string? Spf { get; init; }

    /// <summary>Why the SPF record does not count, or is not known, as half a sentence; null where nothing is wrong with it.</summary>
    public string? SpfProblem { get; init; }

    /// <summary>The provider that the MX records name; null where it is none that is known.</summary>
    public MailVendor? MxVendor { get; init; }

    /// <summary>Providers of mailboxes or gateways that the SPF record names. Bulk senders, which every domain may have beside its mailboxes, are not among them.</summary>
    public IReadOnlyList<MailVendor> SpfVendors { get; init; } = [];

    /// <summary>Everything found, the weightiest first.</summary>
    public IReadOnlyList<DnsFinding> Findings { get; init; } = [];

    /// <summary>Every response, in the order of asking, for the wire.</summary>
    public IReadOnlyList<DnsResponse> Wire { get; init; } = [];

    /// <summary>True where a finding of the kind stands in the list.</summary>
    public bool Has(DnsFindingKind kind) => Findings.Any(f => f.Kind == kind);
}
