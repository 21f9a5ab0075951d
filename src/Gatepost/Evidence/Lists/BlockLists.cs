namespace Gatepost.Evidence.Lists;

/// <summary>The block lists whose codes are known, from their publishers' pages.</summary>
public static class BlockLists
{
    /// <summary>Zones that are worth asking about an address: well kept, with few false entries, and used by many servers.</summary>
    public static IReadOnlyList<string> Default { get; } = ["zen.spamhaus.org", "bl.spamcop.net", "b.barracudacentral.org", "psbl.surriel.com", "bl.mailspike.net"];

    /// <summary>All that are known, those that closed too.</summary>
    public static IReadOnlyList<BlockList> All { get; } =
    [
        .. SpamhausLists.All,
        Plain("bl.spamcop.net", "SpamCop", "its users reported spam from the address"),
        Plain("b.barracudacentral.org", "Barracuda", "its appliances saw spam from the address"),
        Plain("psbl.surriel.com", "PSBL", "the address sent to a spam trap"),
        Plain("dnsbl-1.uceprotect.net", "UCEPROTECT level 1", "the address sent to a spam trap"),
        Plain("dnsbl-2.uceprotect.net", "UCEPROTECT level 2", "neighbours in the provider's range sent to spam traps; the address itself need not have"),
        Plain("dnsbl-3.uceprotect.net", "UCEPROTECT level 3", "the provider as a whole has many such neighbours; the address itself need not have done anything"),
        new("bl.mailspike.net", "Mailspike", BlockListKind.Addresses) { Codes = Mailspike },
        new("dnsbl.dronebl.org", "DroneBL", BlockListKind.Addresses) { Codes = DroneBl },
        new("all.spamrats.com", "SpamRATS", BlockListKind.Addresses) { Codes = SpamRats },
        new("multi.surbl.org", "SURBL", BlockListKind.Domains) { Codes = Surbl, IsBitmask = true, TestPoint = "surbl-org-permanent-test-point.com" },
        new("multi.uribl.com", "URIBL", BlockListKind.Domains) { Codes = Uribl, IsBitmask = true, TestPoint = "test.uribl.com" },
        .. Gone("2024", "dnsbl.sorbs.net", "spam.dnsbl.sorbs.net", "dul.dnsbl.sorbs.net", "relays.dnsbl.sorbs.net", "safe.dnsbl.sorbs.net"),
        .. Gone("2025", "ix.dnsbl.manitu.net"),
        .. Gone("2020", "dnsbl.inps.de"),
        .. Gone("2015", "dnsbl.ahbl.org"),
        .. Gone("2013", "dnsbl.njabl.org"),
        .. Gone("2008", "list.dsbl.org"),
        .. Gone("2006", "relays.ordb.org"),
    ];

    private static readonly Dictionary<string, BlockList> ByZone = All.ToDictionary(static l => l.Zone, StringComparer.OrdinalIgnoreCase);

    /// <summary>A list by its zone; null for one that is not known.</summary>
    public static BlockList? Find(string zone) => ByZone.GetValueOrDefault(zone.TrimEnd('.'));

    private static Dictionary<string, ReturnCode> Mailspike => new()
    {
        ["127.0.0.2"] = Bad("the address takes part in a wave of spam"),
        ["127.0.0.10"] = Bad("the address has the worst reputation there is"),
        ["127.0.0.11"] = Bad("the address has a very bad reputation"),
        ["127.0.0.12"] = Bad("the address has a bad reputation"),
    };

    private static Dictionary<string, ReturnCode> DroneBl => new()
    {
        ["127.0.0.3"] = Bad("an IRC drone runs there"),
        ["127.0.0.5"] = Bad("a bottler runs there"),
        ["127.0.0.6"] = Bad("an unknown spam bot or drone runs there"),
        ["127.0.0.7"] = Bad("a drone takes part in attacks from there"),
        ["127.0.0.8"] = Bad("an open SOCKS proxy runs there"),
        ["127.0.0.9"] = Bad("an open HTTP proxy runs there"),
        ["127.0.0.10"] = Bad("a chain of proxies ends there"),
        ["127.0.0.11"] = Bad("an open web proxy runs there"),
        ["127.0.0.12"] = Bad("an open DNS resolver runs there"),
        ["127.0.0.13"] = Bad("passwords are tried from there"),
        ["127.0.0.14"] = Bad("an open Wingate proxy runs there"),
        ["127.0.0.15"] = Bad("a taken-over router or gateway stands there"),
        ["127.0.0.16"] = Bad("a worm that roots servers runs there"),
    };

    private static Dictionary<string, ReturnCode> SpamRats => new()
    {
        ["127.0.0.36"] = new(ReturnCodeKind.Policy, "the address's name looks like that of a changing address: not for direct sending"),
        ["127.0.0.37"] = new(ReturnCodeKind.Policy, "the address has no name of its own"),
        ["127.0.0.38"] = Bad("spam came from the address"),
        ["127.0.0.43"] = Bad("passwords are tried from the address"),
    };

    private static Dictionary<string, ReturnCode> Surbl => new()
    {
        ["127.0.0.4"] = new(ReturnCodeKind.Policy, "the domain is one for disposable addresses"),
        ["127.0.0.8"] = Bad("the domain is used for phishing"),
        ["127.0.0.16"] = Bad("the domain spreads malware"),
        ["127.0.0.32"] = Bad("the domain follows clicks in spam"),
        ["127.0.0.64"] = Bad("the domain is advertised in spam"),
        ["127.0.0.128"] = Bad("the domain's web site was broken into"),
    };

    private static Dictionary<string, ReturnCode> Uribl => new()
    {
        ["127.0.0.2"] = Bad("the domain is advertised in spam (black)"),
        ["127.0.0.4"] = Bad("the domain is advertised in unsolicited mail (grey)"),
        ["127.0.0.8"] = Bad("the domain is new or was seen in spam of late (red)"),
    };

    private static BlockList Plain(string zone, string name, string meaning) =>
        new(zone, name, BlockListKind.Addresses) { Codes = new Dictionary<string, ReturnCode> { ["127.0.0.2"] = Bad(meaning) } };

    private static IEnumerable<BlockList> Gone(string year, params string[] zones) =>
        zones.Select(zone => new BlockList(zone, zone, BlockListKind.Addresses) { Closed = year });

    private static ReturnCode Bad(string meaning) => new(ReturnCodeKind.Reputation, meaning);
}
