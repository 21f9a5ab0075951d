using Gatepost.Audits;
using Gatepost.Cli.Network;
using Gatepost.Evidence.Dns;
using Gatepost.Mta;

namespace Gatepost.Cli.Audit;

/// <summary>Asks the DNS for the MX of every domain that the configuration names, and tells those whose mail goes elsewhere.</summary>
internal static class HostedByDns
{
    public const string Word = "dns";
    private const int AtOnce = 32;

    public static Gatepost.Audits.Audit Compare(Gatepost.Audits.Audit audit, AuditRequest request)
    {
        using var network = new SystemNetwork(null);
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var finder = new MailRouteFinder(network.Dns, new SurveyOptions());
        var domains = audit.Configuration.Domains.Where(static d => d.Name.Contains('.', StringComparison.Ordinal) && d.Name[0] != '[').ToArray();
        var found = new Finding?[domains.Length];
        Parallel.ForAsync(0, domains.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = CancellationToken.None },
            async (i, _) => found[i] = Elsewhere(domains[i], await finder.Find(domains[i].Name, time.Token).ConfigureAwait(false), request)).GetAwaiter().GetResult();
        return audit with { Findings = [.. audit.Findings, .. found.OfType<Finding>()] };
    }

    private static Finding? Elsewhere(OwnDomain domain, MailRouting routing, AuditRequest request)
    {
        if (routing.Route is not (MailRoute.Records or MailRoute.Implicit or MailRoute.Null or MailRoute.NxDomain or MailRoute.None)) return null;
        var isHere = routing.Hosts.Any(h => h.Name.Equals(request.Reading.HostName, StringComparison.OrdinalIgnoreCase) || h.Addresses.Any(a => request.Reading.Addresses.Contains(a)));
        if (isHere) return null;
        var where = routing.Hosts.Count == 0 ? "has no MX" : $"has the MX {string.Join(", ", routing.Hosts.Select(static h => h.Name))}";
        return new Finding(FindingKinds.MailGoesElsewhere, $"{domain.Name} is configured here and {where}.", domain.Origin);
    }
}
