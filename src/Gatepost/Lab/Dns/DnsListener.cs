using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Gatepost.Lab.Dns;

/// <summary>One DNS server on loopback, over UDP and TCP at the same port.</summary>
internal sealed class DnsListener : IDisposable
{
    private const int LongestMessage = 65_535;
    private const int PlainPayloadSize = 512;
    private const int LongestQuestion = 4096;
    private static readonly IPEndPoint Anyone = new(IPAddress.Any, 0);
    private readonly byte[] _datagram = new byte[LongestQuestion];
    private readonly (Socket Udp, Socket Tcp) _sockets = Loopback.BindPair();
    private readonly CancellationTokenSource _closing = new();
    private readonly Func<LabQuestion, LabAnswer?> _answer;
    private readonly TimeSpan _latency;

    public DnsListener(Func<LabQuestion, LabAnswer?> answer, TimeSpan latency)
    {
        (_answer, _latency) = (answer, latency);
        _sockets.Tcp.Listen();
        _ = Loopback.Repeat(ServeDatagram, _closing.Token);
        _ = Loopback.Accept(_sockets.Tcp, ServeTcp, _closing.Token);
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_sockets.Udp.LocalEndPoint!;

    public void Dispose()
    {
        _closing.Cancel();
        _sockets.Udp.Dispose();
        _sockets.Tcp.Dispose();
        _closing.Dispose();
    }

    private async Task ServeDatagram()
    {
        var received = await _sockets.Udp.ReceiveFromAsync(_datagram, SocketFlags.None, Anyone, _closing.Token).ConfigureAwait(false);
        if (LabWire.Decode(_datagram.AsSpan(0, received.ReceivedBytes)) is not { } question || _answer(question) is not { } answer) return;
        var reply = LabWire.Encode(question, answer, Math.Max(PlainPayloadSize, question.PayloadSize ?? 0));
        if (_latency == TimeSpan.Zero) await Send(reply, received.RemoteEndPoint).ConfigureAwait(false);
        else _ = Loopback.Quietly(() => SendLater(reply, received.RemoteEndPoint));
    }

    private async Task SendLater(byte[] reply, EndPoint to)
    {
        await Task.Delay(_latency, _closing.Token).ConfigureAwait(false);
        await Send(reply, to).ConfigureAwait(false);
    }

    private async Task Send(byte[] reply, EndPoint to) =>
        await _sockets.Udp.SendToAsync(reply, SocketFlags.None, to, _closing.Token).ConfigureAwait(false);

    private async Task ServeTcp(Socket socket)
    {
        var stream = new NetworkStream(socket);
        await using (stream.ConfigureAwait(false))
        {
            var head = new byte[2];
            while (await stream.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, _closing.Token).ConfigureAwait(false) == 2)
            {
                var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(head)];
                await stream.ReadExactlyAsync(message, _closing.Token).ConfigureAwait(false);
                if (LabWire.Decode(message) is not { } question || _answer(question) is not { } answer) return;
                if (_latency > TimeSpan.Zero) await Task.Delay(_latency, _closing.Token).ConfigureAwait(false);
                var reply = LabWire.Encode(question, answer, LongestMessage);
                await stream.WriteAsync((byte[])[(byte)(reply.Length >> 8), (byte)reply.Length, .. reply], _closing.Token).ConfigureAwait(false);
            }
        }
    }
}
