using Gatepost.Evidence.Dns;

namespace Gatepost.Evidence.Bulk;

/// <summary>Finds out whose servers a domain's mail goes to, by one look-up.</summary>
public static class MxProvider
{
    /// <summary>The provider of the most preferred MX host; the domain itself where it has no MX record; null where mail goes nowhere.</summary>
    public static async ValueTask<string?> Of(IDns dns, string domain, CancellationToken cancel)
    {
        var response = await dns.Ask(new DnsQuery(domain, DnsType.Mx), cancel).ConfigureAwait(false);
        if (response.Outcome == DnsOutcome.NoData) return Provider.Of(domain, null);
        DnsData.Mx? best = null;
        foreach (var mx in response.Data<DnsData.Mx>())
            if (best is null || mx.Preference < best.Preference || (mx.Preference == best.Preference && string.CompareOrdinal(mx.Exchange, best.Exchange) < 0)) best = mx;
        return best is null or { Exchange: "." } ? null : Provider.Of(best.Exchange, null);
    }
}
