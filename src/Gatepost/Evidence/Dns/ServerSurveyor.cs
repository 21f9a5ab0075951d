using System.Net;
using System.Net.Sockets;

namespace Gatepost.Evidence.Dns;

/// <summary>Asks each address of each authoritative server itself about MX, SOA and NS, all at once.</summary>
internal sealed class ServerSurveyor(IDns dns, SurveyOptions options)
{
    public async Task<IReadOnlyList<NameServerAnswer>> Ask(string domain, Delegation delegation, CancellationToken cancel)
    {
        if (delegation.Outcome == DnsOutcome.NxDomain) return [];
        var all = delegation.Servers
            .SelectMany(s => delegation.Addresses.GetValueOrDefault(s, []).Select(a => (Server: s, Address: a)))
            .Where(s => options.UseIPv6 || s.Address.AddressFamily == AddressFamily.InterNetwork).Take(options.MostServerAddresses);
        return await Task.WhenAll(all.Select(s => Ask(domain, delegation.Zone, s.Server, new IPEndPoint(s.Address, options.DnsPort), cancel)));
    }

    private async Task<NameServerAnswer> Ask(string domain, string zone, string server, IPEndPoint address, CancellationToken cancel)
    {
        var mx = dns.Ask(new DnsQuery(domain, DnsType.Mx).At(address), cancel);
        var soa = dns.Ask(new DnsQuery(zone, DnsType.Soa).At(address), cancel);
        var ns = dns.Ask(new DnsQuery(zone, DnsType.Ns).At(address), cancel);
        return new NameServerAnswer(server, address.Address) { Mx = await mx, Soa = await soa, Ns = await ns };
    }
}
