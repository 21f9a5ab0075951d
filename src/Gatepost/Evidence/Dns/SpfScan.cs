using System.Net;
using System.Net.Sockets;

namespace Gatepost.Evidence.Dns;

/// <summary>
/// Whether a domain's SPF record covers an address: a look at who the domain says sends for it, to tie a server to it. Not a check of
/// a message, so what depends on one (macros, <c>exists</c>) and on PTR records stays open.
/// </summary>
/// <param name="dns">The DNS.</param>
/// <param name="domain">The domain.</param>
/// <param name="passOverMx">True where a bare <c>mx</c> is not to count: it says of every MX host that it is one.</param>
public sealed class SpfScan(IDns dns, string domain, bool passOverMx = false)
{
    private const int MostLookups = 10;

    private readonly IDns _dns = dns as AskedOnce ?? new AskedOnce(dns, 100);

    /// <summary>True where the record lets the address send; false where it does not; null where it cannot be told. Never throws.</summary>
    public Task<bool?> Covers(IPAddress address, CancellationToken cancel) =>
        new Evaluation(_dns, address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, passOverMx, cancel).Passes(domain);

    private sealed class Evaluation(IDns dns, IPAddress address, bool passOverMx, CancellationToken cancel)
    {
        private int _lookups;

        public async Task<bool?> Passes(string domain)
        {
            var record = SpfRecord.Find(await Ask(domain, DnsType.Txt), out var problem);
            if (problem is not null || record is null) return null;
            AskAhead(record);
            var isOpen = false;
            foreach (var term in record.Terms)
            {
                if (term.IsLookup && ++_lookups > MostLookups) return null;
                if (term.Kind is SpfTermKind.Redirect or SpfTermKind.Exp or SpfTermKind.OtherModifier) continue;
                if (passOverMx && term is { Kind: SpfTermKind.Mx, Domain: null }) continue;
                var (matches, isFault) = await Matches(term, domain);
                if (isFault) return null;
                if (matches == true) return isOpen ? null : term.Qualifier == '+';
                if (matches is null) isOpen = true;
            }

            if (isOpen) return null;
            if (record.Redirect is not { } redirect) return false;
            return redirect.HasMacro ? null : await Passes(redirect.Domain!);
        }

        /// <summary>Puts all questions about other records at once; their answers are waited for in turn.</summary>
        private void AskAhead(SpfRecord record)
        {
            foreach (var term in record.Terms.Where(static t => t.IsLookup).Take(MostLookups - _lookups))
                if (term is { Kind: SpfTermKind.Include or SpfTermKind.Redirect, HasMacro: false }) _ = Ask(term.Domain!, DnsType.Txt).AsTask();
        }

        private async Task<(bool? Matches, bool IsFault)> Matches(SpfTerm term, string domain)
        {
            if (term.HasMacro) return (null, false);
            switch (term.Kind)
            {
                case SpfTermKind.All:
                    return (true, false);
                case SpfTermKind.Ip4 or SpfTermKind.Ip6:
                    return (term.Network!.Value.Contains(address), false);
                case SpfTermKind.Include:
                    var passes = await Passes(term.Domain!);
                    return (passes, passes is null);
                case SpfTermKind.A:
                    var host = await HasAddress(term, term.Domain ?? domain);
                    return (host, host is null);
                case SpfTermKind.Mx:
                    var mx = await Ask(term.Domain ?? domain, DnsType.Mx);
                    if (!mx.Tells) return (null, true);
                    var hosts = await Task.WhenAll(mx.Data<DnsData.Mx>().Where(static m => m.Exchange != Names.Root).Take(MostLookups).Select(m => HasAddress(term, m.Exchange)));
                    return hosts.Contains(true) ? (true, false) : (hosts.Contains(null) ? null : false, hosts.Contains(null));
                default:
                    return (null, false);
            }
        }

        private async Task<bool?> HasAddress(SpfTerm term, string host)
        {
            var isIPv4 = address.AddressFamily == AddressFamily.InterNetwork;
            var answer = await Ask(host, isIPv4 ? DnsType.A : DnsType.Aaaa);
            if (!answer.Tells) return null;
            return answer.Addresses.Any(a => IPRange.Of(a, isIPv4 ? term.Prefix4 : term.Prefix6).Contains(address));
        }

        private ValueTask<DnsResponse> Ask(string name, DnsType type) => dns.Ask(new DnsQuery(name, type), cancel);
    }
}
