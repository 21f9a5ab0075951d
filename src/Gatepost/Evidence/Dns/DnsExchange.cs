using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Gatepost.Evidence.Dns;

/// <summary>One message to one server and what comes back. Throws what sockets throw, and when the token is cancelled.</summary>
/// <param name="query">The question.</param>
/// <param name="message">The same on the wire.</param>
/// <param name="way">Where the packets go.</param>
internal sealed class DnsExchange(DnsQuery query, byte[] message, IPEndPoint way)
{
    // More than we say we take: a server that sends more is told to use TCP.
    private const int UdpOctets = 4096;

    // Messages that answer something else. So many are a flood, or somebody guessing ids: a new try has a new port and id.
    private const int MostStrays = 100;

    /// <summary>
    /// Over UDP. The socket is connected, so that others' messages do not reach it and an ICMP error does; what does not answer the
    /// question is passed over. A response with TC, or too long for us, is not read: it only has <see cref="DnsResponse.Truncated"/>.
    /// </summary>
    public async Task<DnsResponse> OverUdp(CancellationToken cancel)
    {
        using var socket = new Socket(way.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        socket.Connect(way);
        await socket.SendAsync(message, SocketFlags.None, cancel).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(UdpOctets);
        var strays = 0;
        try
        {
            while (strays < MostStrays)
            {
                var length = await ReceiveDatagram(socket, buffer.AsMemory(0, UdpOctets), cancel).ConfigureAwait(false);
                var received = buffer.AsSpan(0, length);
                if (!DnsWire.IsReply(message, received)) strays++;
                else if (length == UdpOctets || IsTruncated(received)) return Broken("truncated") with { Truncated = true };
                else return DnsWire.Decode(query, received);
            }
        }
        catch (OperationCanceledException) when (strays > 0)
        {
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Broken($"nothing that came answers the question ({strays} received)");
    }

    /// <summary>Over TCP (RFC 7766): each message behind its length.</summary>
    public async Task<DnsResponse> OverTcp(CancellationToken cancel)
    {
        using var socket = new Socket(way.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(way, cancel).ConfigureAwait(false);
        // In one piece: some servers want the length and the message in one segment.
        await SendAll(socket, (byte[])[(byte)(message.Length >> 8), (byte)message.Length, .. message], cancel).ConfigureAwait(false);

        var prefix = new byte[2];
        if (await Fill(socket, prefix, cancel).ConfigureAwait(false) < 2) return Broken("the connection ended before an answer");
        var length = BinaryPrimitives.ReadUInt16BigEndian(prefix);
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var received = await Fill(socket, buffer.AsMemory(0, length), cancel).ConfigureAwait(false);
            if (received < length) return Broken($"the connection ended after {received} of {length} octets");
            return DnsWire.IsReply(message, buffer.AsSpan(0, length))
                ? DnsWire.Decode(query, buffer.AsSpan(0, length)) with { OverTcp = true }
                : Broken("nothing that came answers the question");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask<int> ReceiveDatagram(Socket socket, Memory<byte> buffer, CancellationToken cancel)
    {
        try
        {
            return await socket.ReceiveAsync(buffer, SocketFlags.None, cancel).ConfigureAwait(false);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.MessageSize)
        {
            // Windows says so where Unix cuts it silently; the buffer holds the beginning.
            return buffer.Length;
        }
    }

    private static async ValueTask SendAll(Socket socket, ReadOnlyMemory<byte> octets, CancellationToken cancel)
    {
        while (octets.Length > 0) octets = octets[await socket.SendAsync(octets, SocketFlags.None, cancel).ConfigureAwait(false)..];
    }

    // Less than asked for only where the connection ended.
    private static async ValueTask<int> Fill(Socket socket, Memory<byte> buffer, CancellationToken cancel)
    {
        var filled = 0;
        while (filled < buffer.Length)
        {
            var received = await socket.ReceiveAsync(buffer[filled..], SocketFlags.None, cancel).ConfigureAwait(false);
            if (received == 0) break;
            filled += received;
        }

        return filled;
    }

    private static bool IsTruncated(ReadOnlySpan<byte> message) => (BinaryPrimitives.ReadUInt16BigEndian(message[2..]) & DnsHeader.Truncated) != 0;

    private DnsResponse Broken(string problem) => new(query, DnsOutcome.Malformed) { Problem = problem };
}
