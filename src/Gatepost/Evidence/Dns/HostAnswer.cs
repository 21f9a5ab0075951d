using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>What the resolver says of a host's addresses.</summary>
internal sealed record HostAnswer(DnsResponse A, DnsResponse Aaaa)
{
    public IReadOnlyList<IPAddress> Addresses { get; } = [.. Aaaa.Addresses.Concat(A.Addresses).Distinct()];

    public string? Canonical { get; } = CanonicalOf(A) ?? CanonicalOf(Aaaa);

    public bool IsNxDomain => A.Outcome == DnsOutcome.NxDomain || Aaaa.Outcome == DnsOutcome.NxDomain;

    /// <summary>The look-up that failed; null where both told something.</summary>
    public DnsResponse? Failure => !A.Tells ? A : !Aaaa.Tells ? Aaaa : null;

    public MailHostState State
    {
        get
        {
            if (Addresses.Count == 0) return IsNxDomain ? MailHostState.NxDomain : Failure is null ? MailHostState.NoAddress : MailHostState.Unresolvable;
            if (Addresses.Any(static a => AddressScopes.Of(a) == AddressScope.Public)) return Canonical is null ? MailHostState.Usable : MailHostState.Alias;
            return Addresses.All(static a => AddressScopes.Of(a) == AddressScope.Loopback) ? MailHostState.Loopback : MailHostState.PrivateAddress;
        }
    }

    public static async Task<HostAnswer> Find(IDns dns, string name, CancellationToken cancel)
    {
        var a = dns.Ask(new DnsQuery(name, DnsType.A), cancel);
        var aaaa = dns.Ask(new DnsQuery(name, DnsType.Aaaa), cancel);
        return new HostAnswer(await a, await aaaa);
    }

    private static string? CanonicalOf(DnsResponse response) => response.CanonicalName is var name && name != response.Query.Name ? name : null;
}
