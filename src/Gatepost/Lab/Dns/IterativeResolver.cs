using System.Net;
using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Dns;

/// <summary>
/// A recursive resolver over a world's name servers (RFC 1034 section 5.3.3). Shows what real ones show: one bare SERVFAIL for
/// lame, failing, cyclic and glueless delegations, extended error 22 where no server answers, 6 where validation fails.
/// Where servers disagree, the first one's answer.
/// </summary>
internal sealed class IterativeResolver(IReadOnlyDictionary<IPAddress, NameServer> servers, IReadOnlyList<IPAddress> roots)
{
    private const int MostHops = 16;
    private const int LongestAliasChain = 8;
    private static readonly ExtendedDnsError DnssecBogus = new(6, "validation failure");
    private static readonly ExtendedDnsError NoReachableAuthority = new(22, "no reachable authority");

    /// <summary>Answers a question with recursion.</summary>
    public LabAnswer Resolve(LabQuestion question)
    {
        List<DnsRecord> answers = [];
        var name = question.Name;
        var secure = true;
        for (var step = 0; step < LongestAliasChain; step++)
        {
            var found = Walk(name, question.Type, []);
            if (found.Signing == ZoneSigning.Bogus && !question.CheckingDisabled) return Failure(DnssecBogus);
            if (found.Rcode == LabAnswer.ServFail) return found;
            secure &= found.Signing == ZoneSigning.Secure;
            answers.AddRange(found.Answers);
            if (question.Type == DnsType.Cname || found.Answers is not [.., { Type: DnsType.Cname, Data: DnsData.Target target }])
                return new LabAnswer(found.Rcode)
                {
                    RecursionAvailable = true,
                    AuthenticData = secure && question is { WantsAuthenticData: true, CheckingDisabled: false },
                    Answers = answers,
                    Authority = found.Authority,
                };
            name = target.Name;
        }

        return Failure();
    }

    private static LabAnswer Failure(params IReadOnlyList<ExtendedDnsError> errors) => new(LabAnswer.ServFail) { RecursionAvailable = true, Errors = errors };

    /// <summary>From the root down to the server that answers. <paramref name="underWay"/> holds the server names being looked up: one met again is a circle.</summary>
    private LabAnswer Walk(string name, DnsType type, HashSet<string> underWay)
    {
        var next = roots;
        var zone = Names.Root;
        for (var hop = 0; hop < MostHops; hop++)
        {
            var (answer, allSilent) = AskAny(next, zone, name, type);
            if (answer is null) return allSilent ? Failure(NoReachableAuthority) : Failure();
            if (answer.ReferralTo is not { } below) return answer;
            zone = below;
            next = [.. answer.Authority.Where(static r => r.Type == DnsType.Ns).Select(static r => ((DnsData.Target)r.Data).Name)
                .SelectMany(server => AddressesOf(server, answer, underWay))];
            if (next.Count == 0) return Failure();
        }

        return Failure();
    }

    private (LabAnswer? Answer, bool AllSilent) AskAny(IReadOnlyList<IPAddress> addresses, string zone, string name, DnsType type)
    {
        var silent = 0;
        foreach (var address in addresses)
        {
            var answer = servers.TryGetValue(address, out var server) ? Authority.Answer(server, name, type) : null;
            if (answer is null) silent++;
            else if (answer.Authoritative || (answer.ReferralTo is { } below && Names.IsBelow(below, zone) && Names.IsWithin(name, below))) return (answer, false);
        }

        return (null, silent == addresses.Count);
    }

    private IEnumerable<IPAddress> AddressesOf(string server, LabAnswer referral, HashSet<string> underWay)
    {
        List<IPAddress> glue = [.. Addresses(referral.Additional.Where(r => r.Name == server))];
        if (glue.Count > 0 || !underWay.Add(server)) return glue;
        return Addresses(Walk(server, DnsType.A, underWay).Answers);
    }

    private static IEnumerable<IPAddress> Addresses(IEnumerable<DnsRecord> records) =>
        records.Select(static r => (r.Data as DnsData.Address)?.Value).OfType<IPAddress>();
}
