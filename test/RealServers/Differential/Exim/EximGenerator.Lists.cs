namespace Gatepost.RealServers.Differential.Exim;

/// <summary>Lists of every kind, with items that nearly match.</summary>
internal sealed partial class EximGenerator
{
    private const string Files = EximCase.Folder;

    private string List(string kind)
    {
        var count = _chance.Between(1, 4);
        var separator = _chance.Percent(12) ? Feature("separator <;", "<; ") : "";
        var items = Enumerable.Range(0, count).Select(_ => (_chance.Percent(18) ? Feature($"{kind} !", "!") + (_chance.Percent(30) ? " " : "") : "") + Item(kind)).ToList();
        if (_chance.Percent(4)) items.Add("");
        var list = string.Join(separator.Length > 0 ? " ; " : " : ", items.Select(i => separator.Length > 0 ? i.Replace(";", ";;", StringComparison.Ordinal) : i.Replace(":", "::", StringComparison.Ordinal)));
        return separator + list;
    }

    private string Item(string kind) => kind switch
    {
        "domain" => DomainItem(),
        "host" => HostItem(),
        "address" => AddressItem(),
        _ => LocalPartItem(),
    };

    private string Named(string kind) => _lists[kind].Count > 0 ? Feature($"+named {kind}", "+" + _chance.One(_lists[kind])) : kind switch
    {
        "host" => "192.0.2.7",
        "address" => "bob@ours.test",
        "localpart" => "bob",
        _ => "ours.test",
    };

    private string DomainItem() => _chance.Between(0, 17) switch
    {
        0 or 1 or 2 => Feature("domain exact", _chance.One("ours.test", "rel.test", "far.test", "Rel.Test")),
        3 => Feature("domain *.suffix", _chance.One("*.rel.test", "*.test", "*.ours.test")),
        4 => Feature("domain *suffix", _chance.One("*rel.test", "*s.test")),
        5 => Feature("domain ^regex", _chance.One("^ours", "^.*\\\\.test$", "\\N^(sub\\.)?rel\\.test$\\N", "^[^.]+\\\\.example")),
        6 => Feature("domain @", "@"),
        7 => Feature("domain @[]", "@[]"),
        8 or 9 => Named("domain"),
        10 => Feature("domain lsearch", $"lsearch;{Files}/domains"),
        11 => Feature("domain partial-lsearch", $"partial{_chance.One("", "0", "1", "3")}-lsearch;{Files}/domains"),
        12 => Feature("domain partial(affix)", $"partial{_chance.One("", "1")}({_chance.One(".", "", "*.")})lsearch;{Files}/domains"),
        13 => Feature("domain wildlsearch", $"wildlsearch;{Files}/wild"),
        14 => Feature("domain nwildlsearch", $"nwildlsearch;{Files}/nwild"),
        15 => Feature("domain dsearch", $"dsearch;{Files}/dir"),
        16 => Feature("domain file", $"{Files}/list-domains"),
        _ => _chance.Percent(40) ? Feature("domain *", "*") : Feature("domain expansion", Expansion("ours.test", "rel.test")),
    };

    private string HostItem() => _chance.Between(0, 17) switch
    {
        0 or 1 => Feature("host address", _chance.One("192.0.2.7", "10.1.2.3", "203.0.113.5", "2001:db8::7")),
        2 or 3 => Feature("host network", _chance.One("10.0.0.0/8", "192.0.2.0/29", "10.1.2.3/16", "0.0.0.0/0", "192.0.2.8/31", "2001:db8::/32")),
        4 => Feature("host *", "*"),
        5 or 6 => Feature("host *.name", _chance.One("*.far.test", "*.test", "*.ours.test", "*pool.test")),
        7 => Feature("host ^regex", _chance.One("^mx\\\\.", "\\N^dial-\\d+\\.\\N")),
        8 => Feature("host +include_unknown", "+include_unknown"),
        9 => Feature("host +ignore_unknown", "+ignore_unknown"),
        10 => Feature("host net-lsearch", $"net{_chance.One("", "24", "16", "32")}-lsearch;{Files}/netkeys"),
        11 => Feature("host net-iplsearch", $"net-iplsearch;{Files}/networks"),
        12 or 13 => Named("host"),
        14 => Feature("host name-lsearch", $"{_chance.One("", "partial-")}lsearch;{Files}/domains"),
        15 => Feature("host file", $"{Files}/list-hosts"),
        16 => _chance.Percent(50) ? Feature("host localhost", "localhost") : Feature("host @[]", "@[]"),
        _ => _chance.Percent(30) ? Feature("host malformed", "10.1/16") : Feature("host expansion", Expansion("192.0.2.7", "10.1.0.0/16")),
    };

    private string AddressItem() => _chance.Between(0, 13) switch
    {
        0 or 1 => Feature("address exact", _chance.One("a@sender.test", "bob@ours.test", "A@Sender.test")),
        2 or 3 => Feature("address *@domain", _chance.One("*@ours.test", "*@sender.test", "*@far.test")),
        4 => Feature("address domain", _chance.One("ours.test", "far.test")),
        5 => Feature("address *suffix@", _chance.One("*b@ours.test", "*@*.test", "bob@*.test")),
        6 => Feature("address ^regex", _chance.One("^.*@ours", "^a@", "^$")),
        7 => Feature("address lsearch", $"lsearch;{Files}/addresses"),
        8 => Feature("address lsearch*@", $"lsearch{_chance.One("*@", "*")};{Files}/addresses"),
        9 => Feature("address user@lookup", $"*@partial-lsearch;{Files}/domains"),
        10 => Feature("address +caseful", "+caseful"),
        11 => Named("address"),
        12 => _lists["domain"].Count > 0 ? Feature("address @+domains", $"*@+{_chance.One(_lists["domain"])}") : Feature("address file", $"{Files}/list-addresses"),
        _ => Feature("address empty", ""),
    };

    private string LocalPartItem() => _chance.Between(0, 8) switch
    {
        0 or 1 => Feature("local part exact", _chance.One("bob", "root", "postmaster", "U")),
        2 or 3 => Feature("local part ^regex", _chance.One("^[.]", "^.*[@%!/|]", "^.*[@%!]", "^b")),
        4 => Feature("local part *suffix", _chance.One("*b", "*")),
        5 => Feature("local part lsearch", $"lsearch;{Files}/users"),
        6 => Feature("local part +caseful", "+caseful"),
        7 => Feature("local part dsearch", $"nwildlsearch;{Files}/nwild"),
        _ => Named("localpart"),
    };
}
