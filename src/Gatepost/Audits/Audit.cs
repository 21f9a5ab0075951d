using System.Collections.Immutable;
using Gatepost.Mta;

namespace Gatepost.Audits;

/// <summary>An audit of one configuration.</summary>
public sealed record Audit
{
    /// <summary>The configuration.</summary>
    public required Configuration Configuration { get; init; }

    /// <summary>Whether it relays for strangers: the worst of its listeners.</summary>
    public required AuditVerdict Verdict { get; init; }

    /// <summary>What was found for each listener, in the order of the configuration.</summary>
    public required ImmutableArray<ListenerAudit> Listeners { get; init; }

    /// <summary>What was found, the gravest first.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>What it was told.</summary>
    public required AuditOptions Options { get; init; }
}
