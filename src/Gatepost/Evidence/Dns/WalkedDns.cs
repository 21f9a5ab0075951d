namespace Gatepost.Evidence.Dns;

/// <summary>The DNS where the resolver fails: what it cannot tell is asked of the authoritative servers.</summary>
internal sealed class WalkedDns(IDns dns, DelegationWalker walker) : IDns
{
    /// <inheritdoc/>
    public async ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel)
    {
        var response = await dns.Ask(query, cancel);
        if (response.Tells || query.Server is not null) return response;
        return await walker.Resolve(query, cancel) is { Authoritative: true, Tells: true } walked ? walked : response;
    }
}
