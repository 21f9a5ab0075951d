using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta;

/// <summary>A mail server's configuration as it was understood.</summary>
public sealed record Configuration
{
    /// <summary>The server: <c>postfix</c>, <c>exim</c>, <c>opensmtpd</c>, <c>sendmail</c>, <c>exchange</c>.</summary>
    public required string Software { get; init; }

    /// <summary>The version whose rules were followed: <c>3.7</c>.</summary>
    public string? Version { get; init; }

    /// <summary>A policy for each listener, in the order of the configuration.</summary>
    public required ImmutableArray<RelayPolicy> Policies { get; init; }

    /// <summary>Every setting and how far it was understood.</summary>
    public required ImmutableArray<CoverageLine> Coverage { get; init; }

    /// <summary>What is wrong in it.</summary>
    public required ImmutableArray<ConfigProblem> Problems { get; init; }

    /// <summary>The domains that it names as its own, each once, the first class that claims it.</summary>
    public ImmutableArray<OwnDomain> Domains { get; init; } = [];
}
