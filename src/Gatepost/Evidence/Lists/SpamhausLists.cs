namespace Gatepost.Evidence.Lists;

/// <summary>The Spamhaus lists. ZEN is SBL, CSS, XBL, PBL and DROP in one zone; each has a zone of its own with the same codes.</summary>
internal static class SpamhausLists
{
    private static readonly ReturnCode ProvidersRange = new(ReturnCodeKind.Policy, "an end user's address range, says its provider: not for direct sending (PBL)");
    private static readonly ReturnCode UsersRange = new(ReturnCodeKind.Policy, "an end user's address range, says Spamhaus: not for direct sending (PBL)");

    private static readonly Dictionary<string, ReturnCode> AddressCodes = new()
    {
        ["127.0.0.2"] = Bad("spam, or a service for spammers, comes from the address or its range (SBL)"),
        ["127.0.0.3"] = Bad("spam of low reputation comes from the address (CSS)"),
        ["127.0.0.4"] = Bad("malware or a taken-over machine sends from the address (XBL)"),
        ["127.0.0.9"] = Bad("the range is run by criminals; no traffic at all is to be had with it (DROP)"),
        ["127.0.0.10"] = ProvidersRange,
        ["127.0.0.11"] = UsersRange,
        ["127.0.0.20"] = Bad("passwords are tried from the address (AuthBL)"),
        ["127.0.0.30"] = Bad("a botnet is steered from the address (BCL)"),
    };

    private static readonly Dictionary<string, ReturnCode> DomainCodes = new()
    {
        ["127.0.1.2"] = Bad("the domain is advertised in spam or has a bad reputation"),
        ["127.0.1.4"] = Bad("the domain is used for phishing"),
        ["127.0.1.5"] = Bad("the domain spreads malware"),
        ["127.0.1.6"] = Bad("a botnet is steered by the domain"),
        ["127.0.1.102"] = Bad("the domain is legitimate and abused for spam"),
        ["127.0.1.103"] = Bad("the domain is a redirector that spam uses"),
        ["127.0.1.104"] = Bad("the domain is legitimate and abused for phishing"),
        ["127.0.1.105"] = Bad("the domain is legitimate and abused to spread malware"),
        ["127.0.1.106"] = Bad("the domain is legitimate and a botnet is steered by it"),
        ["127.0.1.255"] = new(ReturnCodeKind.Refusal, "it holds domains, and was asked about an address (code 127.0.1.255)"),
    };

    public static IReadOnlyList<BlockList> All { get; } =
    [
        Addresses("zen.spamhaus.org", "Spamhaus ZEN"),
        Addresses("sbl.spamhaus.org", "Spamhaus SBL"),
        Addresses("xbl.spamhaus.org", "Spamhaus XBL"),
        Addresses("pbl.spamhaus.org", "Spamhaus PBL"),
        Addresses("sbl-xbl.spamhaus.org", "Spamhaus SBL and XBL"),
        new("dbl.spamhaus.org", "Spamhaus DBL", BlockListKind.Domains) { Codes = DomainCodes, TestPoint = "dbltest.com" },
        new("zrd.spamhaus.org", "Spamhaus ZRD", BlockListKind.Domains) { Codes = NewDomainCodes() },
    ];

    // 127.0.2.n: first seen n hours ago.
    private static Dictionary<string, ReturnCode> NewDomainCodes() =>
        Enumerable.Range(2, 23).ToDictionary(static n => $"127.0.2.{n}", static n => new ReturnCode(ReturnCodeKind.Policy, $"the domain was first seen within {n} hours: too new to be trusted"));

    private static BlockList Addresses(string zone, string name) => new(zone, name, BlockListKind.Addresses) { Codes = AddressCodes };

    private static ReturnCode Bad(string meaning) => new(ReturnCodeKind.Reputation, meaning);
}
