using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.OpenSmtpd;

/// <summary>The clients and a name server that knows their names, and nothing else.</summary>
internal sealed class SmtpdNames : IDisposable
{
    private const int NoError = 0;
    private const int ServerFailure = 2;
    private const int NoSuchName = 3;
    private const ushort A = 1;
    private const ushort Pointer = 12;
    private const ushort Aaaa = 28;

    /// <summary>Clients with the names that DNS gives them; those of loopback come from the server's hosts file.</summary>
    public static IReadOnlyList<(IPAddress Address, ClientName Name)> Clients { get; } =
    [
        Of("192.0.2.9", ClientName.Missing), Of("192.0.2.7", ClientName.Verified("mx.far.test")), Of("203.0.113.7", ClientName.Verified("mail.own.test")),
        Of("203.0.113.8", new ClientName(NameStatus.Forged, "mx.far.test")), Of("10.9.1.1", ClientName.Verified("host-1.far.test")),
        Of("127.0.0.1", ClientName.Verified("localhost")), Of("127.0.0.2", ClientName.Missing), Of("198.51.100.3", ClientName.Missing),
        Of("172.16.5.9", ClientName.Verified("Deep.Sub.Own.Test")), Of("203.0.113.9", new ClientName(NameStatus.Forged, "localhost")),
        Of("203.0.113.99", new ClientName(NameStatus.Temporary, null)),
        Of("2001:db8::1", ClientName.Verified("v6.far.test")), Of("2001:db9::1", ClientName.Missing), Of("::1", ClientName.Verified("localhost")),
        Of("2001:db8:1::7", new ClientName(NameStatus.Forged, "mail.own.test")),
    ];

    /// <summary>One more client, whose name goes before what is known of its address.</summary>
    public (IPAddress Address, ClientName Name)? Visitor { get; set; }

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Dictionary<string, (IPAddress Address, ClientName Name)> _pointers = Clients.ToDictionary(static c => Reverse(c.Address), StringComparer.Ordinal);

    /// <summary>Where it answers.</summary>
    public IPAddress Address { get; }

    public SmtpdNames(IPAddress address)
    {
        Address = address;
        _socket.Bind(new IPEndPoint(address, 53));
        _ = Task.Factory.StartNew(Serve, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public void Dispose() => _socket.Dispose();

    private void Serve()
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                EndPoint client = new IPEndPoint(IPAddress.Any, 0);
                var length = _socket.ReceiveFrom(buffer, ref client);
                _socket.SendTo(Reply(buffer.AsSpan(0, length)), client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private byte[] Reply(ReadOnlySpan<byte> query)
    {
        var end = 12;
        var labels = new List<string>();
        while (query[end] != 0)
        {
            labels.Add(Encoding.Latin1.GetString(query.Slice(end + 1, query[end])));
            end += query[end] + 1;
        }

        var type = BinaryPrimitives.ReadUInt16BigEndian(query[(end + 1)..]);
        var (code, data) = Answer(string.Join('.', labels).ToLowerInvariant(), type);
        var reply = new MemoryStream();
        reply.Write(query[..2]);
        reply.Write([0x85, (byte)(0x80 | code), 0, 1, 0, (byte)(data is null ? 0 : 1), 0, 0, 0, 0]);
        reply.Write(query[12..(end + 5)]);
        if (data is not null)
        {
            reply.Write([0xc0, 12, 0, (byte)type, 0, 1, 0, 0, 0, 60, 0, (byte)data.Length]);
            reply.Write(data);
        }

        return reply.ToArray();
    }

    private (int Code, byte[]? Data) Answer(string name, ushort type)
    {
        var visitor = Visitor;
        if ((visitor is { } client && Reverse(client.Address) == name) || _pointers.TryGetValue(name, out client))
        {
            return client.Name.Status == NameStatus.Temporary ? (ServerFailure, null)
                : type == Pointer && client.Name.Name is { } host ? (NoError, Encode(host)) : (client.Name.Name is null ? NoSuchName : NoError, null);
        }

        var addresses = (visitor is { } one ? Clients.Where(c => !c.Address.Equals(one.Address)).Append(one) : Clients).Where(c => c.Name.Status == NameStatus.Verified && string.Equals(c.Name.Name, name, StringComparison.OrdinalIgnoreCase)).Select(static c => c.Address).ToList();
        var wanted = type switch { A => AddressFamily.InterNetwork, Aaaa => AddressFamily.InterNetworkV6, _ => AddressFamily.Unknown };
        return (addresses.Count == 0 ? NoSuchName : NoError, addresses.Find(a => a.AddressFamily == wanted)?.GetAddressBytes());
    }

    private static byte[] Encode(string name)
    {
        var bytes = new List<byte>();
        foreach (var label in name.Split('.')) bytes.AddRange([(byte)label.Length, .. Encoding.Latin1.GetBytes(label)]);
        return [.. bytes, 0];
    }

    private static string Reverse(IPAddress address)
    {
        var octets = address.GetAddressBytes().Reverse();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? string.Join('.', octets) + ".in-addr.arpa"
            : string.Join('.', octets.Select(static o => string.Create(CultureInfo.InvariantCulture, $"{o & 15:x}.{o >> 4:x}"))) + ".ip6.arpa";
    }

    private static (IPAddress, ClientName) Of(string address, ClientName name) => (IPAddress.Parse(address), name);
}
