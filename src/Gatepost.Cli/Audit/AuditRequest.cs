using System.Collections.Immutable;
using System.Net;
using Gatepost.Audits;
using Gatepost.Evidence;
using Gatepost.Mta;
using Gatepost.Relay.Proof;
using Gatepost.Relay.Questions;
using Gatepost.Reports;

namespace Gatepost.Cli.Audit;

/// <summary>What was asked of <c>gatepost audit</c>, understood.</summary>
internal sealed record AuditRequest
{
    /// <summary>The configuration: a directory, a file, or <c>-</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The server, where the user names it.</summary>
    public Software? Software { get; init; }

    /// <summary>Attempts to decide.</summary>
    public ImmutableArray<AttemptLine> Asks { get; init; } = [];

    /// <summary>A file of attempts, one a line.</summary>
    public string? AskFile { get; init; }

    /// <summary>The other configuration.</summary>
    public string? Against { get; init; }

    /// <summary>A questions file with expectations.</summary>
    public string? Assert { get; init; }

    /// <summary>A list of domains, or <c>dns</c>.</summary>
    public string? HostedDomains { get; init; }

    /// <summary>The running server that a witness is put to.</summary>
    public ProbeServer? Confirm { get; init; }

    /// <summary>Networks that may relay.</summary>
    public ImmutableArray<IPNetwork> Trusted { get; init; } = [];

    /// <summary>Domains whose verified client names may relay.</summary>
    public ImmutableArray<string> TrustedNames { get; init; } = [];

    /// <summary>Answers of outside lookups.</summary>
    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    /// <summary>What the readers are told.</summary>
    public required ReadingOptions Reading { get; init; }

    /// <summary>How the answer is written.</summary>
    public required AuditForm Form { get; init; }

    /// <summary>From which severity on a finding makes the exit code 1.</summary>
    public Severity FailOn { get; init; } = Severity.Error;

    /// <summary>How text looks.</summary>
    public ReportStyle Style { get; init; }
}
