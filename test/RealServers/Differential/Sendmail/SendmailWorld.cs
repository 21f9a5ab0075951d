using System.Net;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Sendmail;

/// <summary>
/// The names of the generated cases, as DNS has them: domains that begin with <c>nx</c> do not exist, of those that begin with <c>tmp</c> nothing can be found out,
/// <c>served.test</c> has the server as its MX, and all others exist.
/// </summary>
internal static class SendmailWorld
{
    /// <summary>The server's own name.</summary>
    public const string Own = "mx.own.test";

    /// <summary>The list of addresses that a dnsbl asks.</summary>
    public const string List = "list.test";

    /// <summary>Clients with their names.</summary>
    public static IReadOnlyList<(IPAddress Address, ClientName Name)> Clients { get; } =
    [
        Client("203.0.113.5", ClientName.Verified("good.client.test")), Client("203.0.113.6", new ClientName(NameStatus.Forged, "forged.client.test")),
        Client("203.0.113.7", new ClientName(NameStatus.Temporary, null)), Client("203.0.113.8", ClientName.Missing), Client("198.51.100.5", ClientName.Verified("c.rel.test")),
        Client("198.51.100.6", ClientName.Verified("own.test")), Client("198.51.100.7", ClientName.Verified("host.own.test")), Client("10.9.8.7", ClientName.Missing),
        Client("10.9.1.1", ClientName.Verified("in.lan.test")), Client("192.0.2.129", ClientName.Verified("rel.test")), Client("192.0.2.130", ClientName.Missing),
        Client("127.0.0.1", ClientName.Verified("localhost")), Client("127.0.0.2", ClientName.Missing), Client("203.0.113.66", new ClientName(NameStatus.Forged, "rel.test")),
    ];

    /// <summary>What DNS has under a name; null where the name does not exist, and no list where nothing can be found out.</summary>
    public static (bool Exists, IReadOnlyList<string>? Values) Answer(string name, int type, (IPAddress Address, ClientName Name)? visitor = null)
    {
        var clients = visitor is { } one ? Clients.Where(c => !c.Address.Equals(one.Address)).Prepend(one) : Clients;
        if (name.EndsWith(".in-addr.arpa", StringComparison.Ordinal)) return Pointer(clients, name, type);
        if (name.EndsWith("." + List, StringComparison.Ordinal)) return IsListed(name[..^(List.Length + 1)]) ? (true, type == 1 ? ["127.0.0.2"] : []) : (false, []);
        if (name.StartsWith("tmp", StringComparison.Ordinal)) return (true, null);
        if (name.StartsWith("nx", StringComparison.Ordinal) || !name.Contains('.', StringComparison.Ordinal)) return (false, []);
        if (type == 15) return (true, name == "served.test" ? [Own] : []);
        if (type != 1) return (true, []);
        var client = clients.FirstOrDefault(c => c.Name.Status == NameStatus.Verified && string.Equals(c.Name.Name, name, StringComparison.OrdinalIgnoreCase));
        return (true, [client.Address?.ToString() ?? "198.51.100.200"]);
    }

    /// <summary>True where the list holds the client.</summary>
    public static bool Lists(IPAddress client) => client.GetAddressBytes()[^1] is 5 or 130;

    private static bool IsListed(string reversed) => IPAddress.TryParse(string.Join('.', reversed.Split('.').Reverse()), out var address) && Lists(address);

    private static (bool, IReadOnlyList<string>?) Pointer(IEnumerable<(IPAddress Address, ClientName Name)> clients, string name, int type)
    {
        var address = IPAddress.Parse(string.Join('.', name.Split('.')[..4].Reverse()));
        var client = clients.FirstOrDefault(c => c.Address.Equals(address));
        if (client.Address is null || client.Name.Status == NameStatus.Missing) return (false, []);
        return client.Name.Status == NameStatus.Temporary ? (true, null) : (true, type == 12 ? [client.Name.Name!] : []);
    }

    private static (IPAddress, ClientName) Client(string address, ClientName name) => (IPAddress.Parse(address), name);
}
