using System.Net;
using Gatepost.RealServers.Differential.Postfix;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Exim;

/// <summary>The surroundings of all cases: files that configurations name, and clients with their names.</summary>
internal static class EximWorldFiles
{
    public static IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["domains"] = "# own\nours.test: yes\nrel.test   relay\n\"quoted.test\": x\n*.wild.test: wild\n*.far.test  no\nnet: y\n",
        ["wild"] = "*.glob.test: one\n^x.*\\\\.test$: two\nours.test: three\n*rel.test\n!^far: four\n",
        ["nwild"] = "^f.r\\.test$: re\n*.other.example\nOURS.test: o\n",
        ["networks"] = "10.1.0.0/16: lan\n192.0.2.7: one\n\"2001:db8::/32\": six\n*: no\n",
        ["netkeys"] = "192.0.2.9\n10.1.2.0/24: x\n2001.db8..7\n\"2001:db8::7\": y\n",
        ["addresses"] = "bob@ours.test\n*@far.test: any\na@sender.test: known\n*: no\n",
        ["users"] = "bob: Bob\nroot: r\nu\n",
        ["list-domains"] = "# names\n ours.test # with a remark\n\n!sub.rel.test\n*.rel.test\n",
        ["list-hosts"] = "10.1.2.0/24\n!192.0.2.7\n192.0.2.0/24 # all\n",
        ["list-addresses"] = "bob@ours.test\n#x@ours.test\n*@sender.test #ours\n",
        ["dir/ours.test"] = "x",
        ["dir/rel.test"] = "x",
        ["dir/bob"] = "x",
        ["acl-file"] = "deny hosts = 10.0.0.0/8\n  message = from a file\naccept\n",
        ["server.pem"] = TestCertificates.Files[TestCertificates.ServerFile],
    };

    public static IReadOnlyList<(IPAddress Address, ClientName Name)> Clients { get; } =
    [
        Client("192.0.2.7", NameStatus.Verified, "mx.far.test"),
        Client("192.0.2.8", NameStatus.Forged, "pretends.ours.test"),
        Client("192.0.2.9", NameStatus.Missing, null),
        Client("192.0.2.10", NameStatus.Temporary, null),
        Client("10.1.2.3", NameStatus.Verified, "host.lan.test"),
        Client("10.9.9.9", NameStatus.Missing, null),
        Client("203.0.113.5", NameStatus.Verified, "Dial-5.Pool.test"),
        Client("127.0.0.9", NameStatus.Missing, null),
    ];

    /// <summary>What the DNS says of the clients.</summary>
    public static NameWorld Names()
    {
        var world = new NameWorld();
        foreach (var (address, name) in Clients)
        {
            var reverse = NameWorld.Reverse(address);
            switch (name.Status)
            {
                case NameStatus.Verified:
                    world.Add(reverse, $"PTR {name.Name}");
                    world.Add(name.Name!, $"A {address}");
                    break;
                case NameStatus.Forged:
                    world.Add(reverse, $"PTR {name.Name}");
                    world.Add(name.Name!, "A 198.51.100.200");
                    break;
                case NameStatus.Temporary:
                    world.Fail(reverse);
                    break;
            }
        }

        return world;
    }

    private static (IPAddress, ClientName) Client(string address, NameStatus status, string? name) => (IPAddress.Parse(address), new ClientName(status, name));
}
