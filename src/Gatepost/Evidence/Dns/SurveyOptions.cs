using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>How far a domain is looked into, and within what bounds.</summary>
public sealed record SurveyOptions
{
    /// <summary>Where a walk begins; empty for no walk. See <see cref="RootServers"/>.</summary>
    public IReadOnlyList<IPAddress> Roots { get; init; } = [];

    /// <summary>The port of authoritative name servers.</summary>
    public int DnsPort { get; init; } = 53;

    /// <summary>Whether name servers are asked at their IPv6 addresses. AAAA records are asked for in any case.</summary>
    public bool UseIPv6 { get; init; } = true;

    /// <summary>Whether the delegation is walked and each authoritative server asked itself.</summary>
    public bool WalkDelegation { get; init; } = true;

    /// <summary>Whether the SPF record is asked for.</summary>
    public bool AskSpf { get; init; } = true;

    /// <summary>Whether the state of the domain's signatures is found out.</summary>
    public bool AskDnssec { get; init; } = true;

    /// <summary>The registry; null where it is not to be asked.</summary>
    public IRdap? Rdap { get; init; }

    /// <summary>Most questions of one survey; what goes beyond is <see cref="DnsOutcome.NotAsked"/>.</summary>
    public int MostQuestions { get; init; } = 400;

    /// <summary>Most zone cuts of one walk.</summary>
    public int MostSteps { get; init; } = 30;

    /// <summary>Most servers of one zone.</summary>
    public int MostServers { get; init; } = 13;

    /// <summary>Most server addresses of one zone.</summary>
    public int MostServerAddresses { get; init; } = 26;

    /// <summary>Most MX hosts whose addresses are looked up.</summary>
    public int MostHosts { get; init; } = 20;

    /// <summary>How often a server's name may lead to a server whose own name must be looked up.</summary>
    public int MostDetours { get; init; } = 4;

    /// <summary>How many names of servers are looked up in one walk.</summary>
    public int MostServerLookups { get; init; } = 60;
}
