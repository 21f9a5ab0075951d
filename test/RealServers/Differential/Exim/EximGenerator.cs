using Gatepost.RealServers.Differential.Postfix;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Exim;

/// <summary>Makes configurations and attempts from a seed.</summary>
internal sealed partial class EximGenerator
{
    /// <summary>About how many decisions are asked of a configuration.</summary>
    public const int QuestionsOfCase = 40;

    private const int Sessions = 8;
    private const int EnvelopesOfSession = 5;

    private readonly Chance _chance;
    private readonly List<EximPart> _parts = [];
    private readonly HashSet<string> _features = new(StringComparer.Ordinal);
    private readonly List<string> _acls = [];
    private readonly Dictionary<string, List<string>> _lists = new() { ["domain"] = [], ["host"] = [], ["address"] = [], ["localpart"] = [] };
    private Phase _phase = Phase.Rcpt;

    private EximGenerator(Chance chance) => _chance = chance;

    private enum Phase
    {
        Connect,
        Helo,
        Mail,
        Rcpt,
    }

    /// <summary>The case of a number, with the features it has.</summary>
    public static (EximCase Case, IReadOnlyCollection<string> Features) Make(int number)
    {
        var generator = new EximGenerator(new Chance(Seed.For(number)));
        generator.Configuration();
        return (new EximCase(generator._parts, [.. Enumerable.Range(0, Sessions).Select(_ => generator.Question())]), generator._features);
    }

    private string Feature(string feature, string text)
    {
        _features.Add(feature);
        return text;
    }

    private void Main(string text) => _parts.Add(new EximPart("main", text));

    private void Configuration()
    {
        foreach (var kind in _lists.Keys)
            for (var i = _chance.Between(0, 2); i > 0; i--)
            {
                var name = $"{kind}s{i}";
                Main($"{(_chance.Percent(10) ? "hide " : "")}{kind}list{(_chance.Percent(10) ? "_cache" : "")} {name} = {List(kind)}");
                _lists[kind].Add(name);
            }

        if (_chance.Percent(20)) Main(Feature("macro", "MYDOMAINS = ours.test : rel.test\nMYNETS = 10.1.0.0/16\ndomainlist macros = MYDOMAINS"));
        foreach (var (option, value, percent) in Options())
            if (_chance.Percent(percent)) Main(Feature(option, $"{option}{(value.Length == 0 ? "" : $" = {value}")}"));
        for (var i = _chance.Between(0, 3); i > 0; i--) Router(i);
        for (var i = _chance.Between(0, 2); i > 0; i--) Sub($"sub{i}");
        if (_chance.Percent(15)) Acl(Phase.Connect, "acl_smtp_connect", "acl_connect");
        if (_chance.Percent(20)) Acl(Phase.Helo, "acl_smtp_helo", "acl_helo");
        if (_chance.Percent(35)) Acl(Phase.Mail, "acl_smtp_mail", "acl_mail");
        if (_chance.Percent(98)) Acl(Phase.Rcpt, "acl_smtp_rcpt", "acl_rcpt");
        else Feature("no acl_smtp_rcpt", "");
    }

    private (string Option, string Value, int Percent)[] Options() =>
    [
        ("host_reject_connection", List("host"), 5),
        ("host_lookup", "*", 30),
        ("helo_verify_hosts", List("host"), 4),
        ("helo_try_verify_hosts", "*", 5),
        ("helo_accept_junk_hosts", List("host"), 8),
        ("helo_allow_chars", "_", 20),
        ("hosts_require_helo", List("host"), 8),
        ("recipient_unqualified_hosts", List("host"), 12),
        ("sender_unqualified_hosts", List("host"), 12),
        ("percent_hack_domains", "ours.test : *.rel.test", 10),
        ("allow_domain_literals", "", 20),
        ("strip_trailing_dot", "", 10),
        ("strip_excess_angle_brackets", "", 8),
        ("qualify_domain", "rel.test", 15),
        ("qualify_recipient", "ours.test", 10),
        ("strict_acl_vars", "", 8),
    ];

    private EximQuestion Question()
    {
        var (address, name) = _chance.One(EximWorldFiles.Clients);
        var helo = _chance.Percent(6) ? null : _chance.One("client.test", "mx.far.test", "ours.test", "MX.Ours.Test", "[192.0.2.7]", "[192.0.2.8]", "bad_name", "two words", "[nonsense]", "host.lan.test", "x", "192.0.2.7", "a..b", "-");
        var tls = helo is not null && _chance.Percent(12) ? new Tls() : null;
        var login = helo is not null && _chance.Percent(20) ? new Login(_chance.One("bob", "Alice", "u@ours.test")) : null;
        if (tls is not null) Feature("TLS session", "");
        if (login is not null) Feature("login", "");
        Feature($"client name {name.Status}", "");
        if (helo is null) Feature("no HELO", "");
        var session = new Attempt { Client = address, Name = name, Helo = helo, Tls = tls, Login = login, RcptTo = "" };
        return new EximQuestion(session, [.. Enumerable.Range(0, EnvelopesOfSession).Select(_ => new Envelope(Sender(), Recipient()))], _chance.One(25, 25, 587));
    }

    private string Sender() => _chance.Percent(75)
        ? _chance.One("a@sender.test", "bob@ours.test", "", "x@far.test", "A@Sender.TEST", "bob@rel.test")
        : Feature("odd sender", _chance.One("nobody", "\"quo ted\"@sender.test", "@ours.test:bob@far.test", "a@[192.0.2.1]", "a@sender.test.", "a@-bad", "a b@c.test", "<a@sender.test>", "Bob@Ours.test", "x@host_name.test"));

    private string Recipient()
    {
        if (_chance.Percent(60)) return $"{_chance.One("u", "bob", "root", "postmaster", "Bob")}@{_chance.One("ours.test", "rel.test", "far.test", "sub.rel.test", "other.example", "mx.ours.test", "a.wild.test", "OURS.Test", "x1.test", "a.b.far.test")}";
        return Feature("odd recipient", _chance.One(
            "u%far.test@ours.test", "u%rel.test@rel.test", "u%a%far.test@sub.rel.test", "far.test!u@ours.test", "postmaster", "POSTMASTER", "bob", "\"u@far.test\"@ours.test", "\"a b\"@rel.test",
            "@ours.test:u@far.test", "@a.test,@b.test:u@rel.test", "u@[127.0.0.1]", "u@[192.0.2.1]", "u@[IPv6:::1]", "u@127.0.0.1", "u@ours.test.", "", "u@", "@ours.test", "u@@ours.test", "u@-bad.test",
            ".u@ours.test", "u..v@rel.test", "/etc/passwd@far.test", "|cmd@ours.test", "u(comment)@ours.test", "<u@ours.test>", "u\\@x@far.test", "a\\ b@ours.test", "u@our_s.test", "u@ours..test", "\"unclosed@ours.test", "u@ours.test x", "é@ours.test"));
    }
}
