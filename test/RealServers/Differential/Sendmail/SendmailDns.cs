using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Sendmail;

/// <summary>A name server of <see cref="SendmailWorld"/>, at an address of its own.</summary>
internal sealed class SendmailDns : IDisposable
{
    public static readonly IPAddress Address = IPAddress.Parse("127.0.0.42");

    /// <summary>One more client, whose name goes before what the world knows of its address.</summary>
    public (IPAddress Address, ClientName Name)? Visitor { get; set; }

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Task _answering;

    public SendmailDns()
    {
        _socket.Bind(new IPEndPoint(Address, 53));
        _answering = Task.Run(AnswerAll);
    }

    public void Dispose()
    {
        _socket.Dispose();
        _answering.Wait();
    }

    private void AnswerAll()
    {
        var buffer = new byte[1500];
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        try
        {
            while (true)
            {
                var length = _socket.ReceiveFrom(buffer, ref from);
                _socket.SendTo(Answer(buffer.AsSpan(0, length), Visitor), from);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
        }
    }

    private static byte[] Answer(ReadOnlySpan<byte> query, (IPAddress Address, ClientName Name)? visitor)
    {
        var labels = new List<string>();
        var at = 12;
        for (; query[at] != 0; at += 1 + query[at]) labels.Add(Encoding.Latin1.GetString(query.Slice(at + 1, query[at])).ToLowerInvariant());
        var type = BinaryPrimitives.ReadUInt16BigEndian(query[(at + 1)..]);
        var (exists, values) = SendmailWorld.Answer(string.Join('.', labels), type, visitor);
        var code = values is null ? 2 : exists ? 0 : 3;
        using var reply = new MemoryStream();
        reply.Write(query[..2]);
        Write16(reply, 0x8580 | code);
        Write16(reply, 1);
        Write16(reply, values?.Count ?? 0);
        Write16(reply, 0);
        Write16(reply, 0);
        reply.Write(query[12..(at + 5)]);
        foreach (var value in values ?? [])
        {
            byte[] data = type switch { 1 => IPAddress.Parse(value).GetAddressBytes(), 15 => [0, 10, .. Name(value)], _ => Name(value) };
            reply.Write([0xc0, 12]);
            Write16(reply, type);
            Write16(reply, 1);
            reply.Write([0, 0, 1, 44]);
            Write16(reply, data.Length);
            reply.Write(data);
        }

        return reply.ToArray();
    }

    private static byte[] Name(string name) => [.. name.Split('.').SelectMany(static l => (byte[])[(byte)l.Length, .. Encoding.ASCII.GetBytes(l)]), 0];

    private static void Write16(MemoryStream stream, int value) => stream.Write([(byte)(value >> 8), (byte)value]);
}
