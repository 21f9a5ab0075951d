using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>What one address of one authoritative name server said when it was asked itself.</summary>
/// <param name="Server">The server's name in the delegation.</param>
/// <param name="Address">The address that was asked.</param>
public sealed record NameServerAnswer(string Server, IPAddress Address)
{
    /// <summary>Its answer about MX.</summary>
    public required DnsResponse Mx { get; init; }

    /// <summary>Its answer about SOA.</summary>
    public required DnsResponse Soa { get; init; }

    /// <summary>Its answer about NS.</summary>
    public DnsResponse? Ns { get; init; }

    /// <summary>True where it answered, but not for this zone: REFUSED, a referral upward, or without authority.</summary>
    public bool IsLame => Mx.Outcome is DnsOutcome.Refused or DnsOutcome.Referral or DnsOutcome.NotImp
        || (Mx.Outcome is DnsOutcome.Answer or DnsOutcome.NoData or DnsOutcome.NxDomain && !Mx.Authoritative);

    /// <summary>True where it gave no answer at all.</summary>
    public bool IsSilent => Mx.Outcome is DnsOutcome.Timeout or DnsOutcome.Unreachable;

    /// <summary>True where it answered for the zone with authority.</summary>
    public bool IsGood => Mx.Authoritative && Mx.Outcome is DnsOutcome.Answer or DnsOutcome.NoData or DnsOutcome.NxDomain;

    /// <summary>Its MX set as one text, ordered, for comparing; null where it gave none.</summary>
    public string? MxSet => !IsGood ? null : string.Join(", ", Mx.Data<DnsData.Mx>().OrderBy(static m => m.Preference).ThenBy(static m => m.Exchange, StringComparer.Ordinal));

    /// <summary>Its zone's serial; null where it gave none.</summary>
    public uint? Serial => Soa.Data<DnsData.Soa>().FirstOrDefault()?.Serial ?? (Soa.Authority.FirstOrDefault(static r => r.Type == DnsType.Soa)?.Data as DnsData.Soa)?.Serial;
}
