using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Lab;

/// <summary>DNS questions by hand, so that the lab's codec is not checked with itself.</summary>
internal static class RawDns
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What came back: the header's flags, the sections' lengths, the types and data of all records.</summary>
    public sealed record Message(ushort Id, int Rcode, bool Authoritative, bool Truncated, bool RecursionAvailable, bool AuthenticData, int[] Counts, (string Name, DnsType Type, byte[] Data)[] Records)
    {
        public IEnumerable<string> Answers => Records.Take(Counts[1]).Select(static r => $"{r.Name} {r.Type} {Convert.ToHexString(r.Data)}");

        public byte[]? Options => Records.Where(static r => r.Type == DnsType.Opt).Select(static r => r.Data).SingleOrDefault();
    }

    public static byte[] Query(string name, DnsType type, int flags = 0x0100, bool edns = true, bool dnssecOk = false)
    {
        List<byte> message = [0x47, 0x50, (byte)(flags >> 8), (byte)flags, 0, 1, 0, 0, 0, 0, 0, (byte)(edns ? 1 : 0)];
        foreach (var label in name.Split('.', StringSplitOptions.RemoveEmptyEntries)) message.AddRange([(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]);
        message.AddRange([0, 0, (byte)type, 0, 1]);
        if (edns) message.AddRange([0, 0, 41, 0x04, 0xD0, 0, 0, (byte)(dnssecOk ? 0x80 : 0), 0, 0, 0]);
        return [.. message];
    }

    public static async Task<Message> Udp(IPEndPoint server, byte[] query)
    {
        using var client = new UdpClient();
        client.Connect(server);
        await client.SendAsync(query);
        return Read((await client.ReceiveAsync().WaitAsync(Patience)).Buffer);
    }

    public static async Task<Message> Tcp(IPEndPoint server, byte[] query)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server);
        var stream = client.GetStream();
        await stream.WriteAsync((byte[])[(byte)(query.Length >> 8), (byte)query.Length, .. query]);
        var head = new byte[2];
        await stream.ReadExactlyAsync(head);
        var reply = new byte[BinaryPrimitives.ReadUInt16BigEndian(head)];
        await stream.ReadExactlyAsync(reply).AsTask().WaitAsync(Patience);
        return Read(reply);
    }

    private static Message Read(byte[] m)
    {
        int[] counts = [U16(m, 4), U16(m, 6), U16(m, 8), U16(m, 10)];
        var at = 12;
        Name(m, ref at);
        at += 4;
        List<(string, DnsType, byte[])> records = [];
        for (var i = 0; i < counts[1] + counts[2] + counts[3]; i++)
        {
            var name = Name(m, ref at);
            var (type, length) = ((DnsType)U16(m, at), U16(m, at + 8));
            records.Add((name, type, m[(at + 10)..(at + 10 + length)]));
            at += 10 + length;
        }

        Assert.Equal(m.Length, at);
        return new Message(U16(m, 0), m[3] & 15, (m[2] & 4) != 0, (m[2] & 2) != 0, (m[3] & 0x80) != 0, (m[3] & 0x20) != 0, counts, [.. records]);
    }

    private static string Name(byte[] m, ref int at)
    {
        List<string> labels = [];
        for (; m[at] != 0; at += m[at] + 1) labels.Add(Encoding.ASCII.GetString(m, at + 1, m[at]));
        at++;
        return string.Join('.', labels);
    }

    private static ushort U16(byte[] m, int at) => BinaryPrimitives.ReadUInt16BigEndian(m.AsSpan(at));
}
