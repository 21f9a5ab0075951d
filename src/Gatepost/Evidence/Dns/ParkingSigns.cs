using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>Signs that a domain is not in use: the name servers, mail collectors and addresses of parking services and of registrars' holding pages.</summary>
internal static class ParkingSigns
{
    private static readonly (string Names, DnsFindingKind Kind, string What)[] NameServers =
    [
        (".sedoparking.com", DnsFindingKind.Parked, "Sedo's parking service"),
        (".sedopark.net", DnsFindingKind.Parked, "Sedo's parking service"),
        (".bodis.com", DnsFindingKind.Parked, "the parking service Bodis"),
        (".parkingcrew.net", DnsFindingKind.Parked, "the parking service ParkingCrew"),
        (".above.com", DnsFindingKind.Parked, "the parking service Above.com"),
        (".dan.com", DnsFindingKind.Parked, "the domain market Dan.com"),
        (".undeveloped.com", DnsFindingKind.Parked, "the domain market Dan.com"),
        (".afternic.com", DnsFindingKind.Parked, "the domain market Afternic"),
        (".eftydns.com", DnsFindingKind.Parked, "the domain market Efty"),
        (".brandbucket.com", DnsFindingKind.Parked, "the domain market BrandBucket"),
        ("nsg1.namebrightdns.com", DnsFindingKind.Parked, "the domain market HugeDomains"),
        ("nsg2.namebrightdns.com", DnsFindingKind.Parked, "the domain market HugeDomains"),
        (".hugedomains.com", DnsFindingKind.Parked, "the domain market HugeDomains"),
        (".uniregistrymarket.link", DnsFindingKind.Parked, "the domain market Uniregistry"),
        (".cashparking.com", DnsFindingKind.Parked, "GoDaddy's parking service"),
        (".parklogic.com", DnsFindingKind.Parked, "the parking service ParkLogic"),
        (".parkingspa.com", DnsFindingKind.Parked, "a parking service"),
        (".domainparkingserver.net", DnsFindingKind.Parked, "a parking service"),
        (".dsredirection.com", DnsFindingKind.Parked, "a parking service"),
        (".rookdns.com", DnsFindingKind.Parked, "the parking service Rook Media"),
        (".voodoo.com", DnsFindingKind.Parked, "the parking service Voodoo"),
        (".smartname.com", DnsFindingKind.Parked, "the parking service SmartName"),
        (".namedrive.com", DnsFindingKind.Parked, "the parking service NameDrive"),
        (".pendingrenewaldeletion.com", DnsFindingKind.Expired, "a registrar's servers for registrations that ran out"),
        (".expirationwarning.net", DnsFindingKind.Expired, "a registrar's servers for registrations that ran out"),
        (".renewyourname.net", DnsFindingKind.Expired, "a registrar's servers for registrations that ran out"),
        ("expired.uniregistry-dns.com", DnsFindingKind.Expired, "a registrar's servers for registrations that ran out"),
        (".verification-hold.suspended-domain.com", DnsFindingKind.Suspended, "a registrar's servers for domains whose owner was not verified"),
        (".suspended-domain.com", DnsFindingKind.Suspended, "a registrar's servers for domains on hold"),
        ("failed-whois-verification.namecheap.com", DnsFindingKind.Suspended, "Namecheap's servers for domains whose owner was not verified"),
        ("verify-contact-details.namecheap.com", DnsFindingKind.Suspended, "Namecheap's servers for domains whose owner was not verified"),
    ];

    private static readonly string[] Collectors = ["park-mx.above.com", ".h-email.net", ".hostedmxserver.com", ".sedoparking.com", ".bodis.com"];

    private static readonly (IPNetwork Network, string What)[] Addresses =
    [
        (IPNetwork.Parse("91.195.240.0/23"), "Sedo's parking service"),
        (IPNetwork.Parse("64.190.62.0/23"), "Sedo's parking service"),
        (IPNetwork.Parse("199.59.240.0/22"), "the parking service Bodis"),
        (IPNetwork.Parse("185.53.176.0/22"), "the parking service ParkingCrew"),
        (IPNetwork.Parse("103.224.212.0/22"), "the parking service Above.com"),
        (IPNetwork.Parse("103.224.182.0/23"), "the parking service Above.com"),
    ];

    /// <summary>
    /// The sign, where there is one: all name servers are such a service's, or all that mail would go to. An address alone counts
    /// only where mail goes there: many a domain has its web site parked and its mail in use.
    /// </summary>
    public static DnsFinding? Of(string domain, IReadOnlyList<string> servers, IReadOnlyList<MailHost> hosts, string provenance)
    {
        var known = servers.Select(OfServer).ToList();
        if (known.Count > 0 && known.All(static k => k is not null))
            return new DnsFinding(known[0]!.Value.Kind, domain, $"the name servers of {domain} ({string.Join(", ", servers)}) are {known[0]!.Value.What}", provenance);
        if (hosts.Count == 0) return null;
        if (hosts.All(static h => MailVendorNames.Matches(Collectors, h.Name)))
            return new DnsFinding(DnsFindingKind.Parked, domain, $"the MX host {hosts[0].Name} of {domain} collects mail for parked domains", provenance);
        var places = hosts.SelectMany(static h => h.Addresses).Select(static a => Addresses.FirstOrDefault(p => p.Network.Contains(a)).What).ToList();
        return places.Count > 0 && places.All(static p => p is not null)
            ? new DnsFinding(DnsFindingKind.Parked, domain, $"mail for {domain} goes to the address {hosts.First(static h => h.Addresses.Count > 0).Addresses[0]}, which is {places[0]}", provenance)
            : null;
    }

    private static (DnsFindingKind Kind, string What)? OfServer(string server)
    {
        foreach (var (names, kind, what) in NameServers)
            if (MailVendorNames.Matches([names], server)) return (kind, what);
        return null;
    }
}
