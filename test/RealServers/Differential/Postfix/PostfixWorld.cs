using System.Net;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>The few names and addresses that configurations and attempts are made of, so that they meet often.</summary>
internal static class PostfixWorld
{
    /// <summary>Domains that a configuration may claim, and their neighbours.</summary>
    public static readonly string[] Domains =
    [
        "example.org", "mx.example.org", "sub.example.org", "localhost", "localhost.example.org", "rel.test", "a.rel.test", "b.a.rel.test", "xrel.test",
        "alias.test", "box.test", "far.test", "good.test", "a.good.test", "sender.test", "test", "org",
        "gone.test", "slow.test", "nomail.test", "null.test", "nomx.test", "badmx.test", "backup.test", "backup2.test", "slowmx.test",
    ];

    /// <summary>What stands where a domain should, and is none.</summary>
    public static readonly string[] OddDomains =
        ["host", "[127.0.0.1]", "[198.51.100.4]", "[198.51.100.5]", "[IPv6:::1]", "[IPv6:2001:db8::1]", "[bad]", "127.0.0.1", "10.9", "EXAMPLE.org", "Rel.Test", "far.test.", "example.org.", "a_b.test", "-x.test", "x..test", ".far.test", "xn--bcher-kva.test"];

    public static readonly string[] Users = ["u", "bob", "alice", "a", "postmaster", "abuse", "nobody", "list", "Bob"];

    public static readonly string[] Logins = ["bob", "alice", "bob@example.org"];

    /// <summary>Every client address with the name that DNS gives it.</summary>
    public static readonly (string Address, ClientName Name)[] Clients =
    [
        ("192.0.2.7", ClientName.Missing), ("192.0.2.8", ClientName.Verified("mx.good.test")), ("192.0.2.9", ClientName.Verified("a.good.test")),
        ("192.0.2.10", new ClientName(NameStatus.Forged, "mx.good.test")), ("192.0.2.11", new ClientName(NameStatus.Temporary, null)),
        ("192.0.2.12", new ClientName(NameStatus.Temporary, "mx.slow.test")), ("192.0.2.13", new ClientName(NameStatus.Forged, "gone.test")),
        ("10.9.8.7", ClientName.Missing), ("10.0.0.9", ClientName.Verified("client.rel.test")), ("10.0.0.1", ClientName.Missing),
        ("127.0.0.1", ClientName.Verified("localhost")), ("127.0.0.2", ClientName.Missing), ("198.51.100.4", ClientName.Verified("nat.example.org")),
        ("172.17.0.1", ClientName.Missing), ("192.168.1.5", ClientName.Verified("far.test")), ("203.0.113.5", ClientName.Verified("mail.test")),
        ("2001:db8::1", ClientName.Missing), ("2001:db8::2", ClientName.Verified("v6.good.test")), ("2001:db8:0:9::5", ClientName.Missing), ("::1", ClientName.Verified("localhost")),
    ];

    public static readonly string[] Helos =
        ["client.test", "good.test", "a.good.test", "mx.good.test", "10.9", "host", "192.0.2.7", "[192.0.2.7]", "[IPv6:2001:db8::1]", "[10.9.8.7", "foo_bar.test", "-bad.test", "x..y", "gone.test", "slow.test", "Good.Test", "mx.example.org", "localhost", "nomail.test", "good.test.", "#x"];

    public static readonly string[] Networks =
    [
        "127.0.0.0/8", "10.0.0.0/8", "192.0.2.0/24", "192.0.2.8", "10.9.8.7", "10.0.0.1", "[::1]/128", "[2001:db8::]/32", "[2001:db8::1]", "0.0.0.0/0", "[::]/0", "172.16.0.0/12", "[::ffff:127.0.0.0]/104",
        "192.168.0.0/16", "198.51.100.4/32", "2001:db8::/64", "10.0.0.0/31", "192.0.2.[8..10]",
    ];

    /// <summary>The names' world: mail domains of all sorts, clients, and lists of addresses and domains.</summary>
    public static NameWorld Names()
    {
        var world = new NameWorld();
        foreach (var domain in new[] { "example.org", "sub.example.org", "rel.test", "a.rel.test", "alias.test", "box.test", "far.test", "good.test", "a.good.test", "sender.test" })
            world.Add(domain, $"MX 10 mx.{domain}", "NS ns.far.test");
        world.Add("mx.example.org", "A 127.0.0.1");
        world.Add("mx.far.test", "A 198.51.100.20");
        world.Add("mx.sender.test", "A 198.51.100.21", "AAAA 2001:db8::21");
        world.Add("mx.good.test", "A 192.0.2.8");
        world.Add("a.good.test", "A 192.0.2.9");
        world.Add("v6.good.test", "AAAA 2001:db8::2");
        world.Add("client.rel.test", "A 10.0.0.9");
        world.Add("nat.example.org", "A 198.51.100.4");
        world.Add("far.test", "A 192.168.1.5");
        world.Add("mail.test", "A 203.0.113.5");
        world.Add("ns.far.test", "A 10.9.8.7");
        world.Add("client.test", "A 192.0.2.7");
        world.Add("nomx.test", "A 198.51.100.22", "NS ns.far.test");
        world.Add("nomail.test", "TXT nothing");
        world.Add("null.test", "MX 0 .");
        world.Add("badmx.test", "MX 10 gone.test");
        world.Add("backup.test", "MX 10 mx.far.test", "MX 20 mx.example.org");
        world.Add("backup2.test", "MX 10 mx.example.org", "MX 20 mx.far.test");
        world.Add("slowmx.test", "MX 10 mx.slow.test");
        world.Fail("slow.test");
        world.Fail("mx.slow.test");
        foreach (var (address, name) in Clients)
        {
            var reverse = NameWorld.Reverse(IPAddress.Parse(address));
            if (name.Name is { } known) world.Add(reverse, $"PTR {known}");
            else if (name.Status == NameStatus.Temporary) world.Fail(reverse);
        }

        world.Add("7.2.0.192.bl.test", "A 127.0.0.2", "TXT listed-here");
        world.Add("7.8.9.10.bl.test", "A 127.0.0.3");
        world.Add("8.2.0.192.wl.test", "A 127.0.0.5");
        world.Add("far.test.bl.test", "A 127.0.0.2");
        world.Add("sender.test.bl.test", "A 127.0.0.4", "TXT bad-sender");
        world.Add("a.good.test.wl.test", "A 127.0.0.2");
        world.Add("client.test.bl.test", "A 127.0.0.2");
        world.Fail("8.2.0.192.down.test");
        world.Fail("7.2.0.192.down.test");
        world.Fail("sender.test.down.test");
        return world;
    }
}
