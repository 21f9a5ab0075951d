using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Dns;

/// <summary>An answer that goes out.</summary>
/// <param name="Rcode">The response code.</param>
internal sealed record LabAnswer(int Rcode)
{
    public const int NoError = 0, FormErr = 1, ServFail = 2, NxDomain = 3, Refused = 5;

    /// <summary>AA.</summary>
    public bool Authoritative { get; init; }

    /// <summary>RA.</summary>
    public bool RecursionAvailable { get; init; }

    /// <summary>AD.</summary>
    public bool AuthenticData { get; init; }

    public IReadOnlyList<DnsRecord> Answers { get; init; } = [];

    public IReadOnlyList<DnsRecord> Authority { get; init; } = [];

    public IReadOnlyList<DnsRecord> Additional { get; init; } = [];

    /// <summary>Extended errors; sent where the question has an OPT record.</summary>
    public IReadOnlyList<ExtendedDnsError> Errors { get; init; } = [];

    /// <summary>How the zone that it comes from is signed; not sent.</summary>
    public ZoneSigning Signing { get; init; }

    /// <summary>The zone that a referral leads to; null where this is none.</summary>
    public string? ReferralTo =>
        Rcode == NoError && !Authoritative && Answers.Count == 0 ? Authority.FirstOrDefault(static r => r.Type == DnsType.Ns)?.Name : null;
}
