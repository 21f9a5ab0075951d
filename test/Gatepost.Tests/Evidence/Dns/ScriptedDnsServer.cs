using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

/// <summary>
/// A name server on loopback that does what a script says: for each question over UDP a list of datagrams, over TCP a list of
/// chunks, after which the connection ends (an empty chunk keeps it open and silent). No script for TCP: nobody listens there.
/// </summary>
internal sealed class ScriptedDnsServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Socket _udp;
    private readonly Socket? _tcp;
    private readonly List<Task> _work = [];

    public ScriptedDnsServer(Func<DnsRequest, IEnumerable<byte[]>> udp, Func<DnsRequest, IEnumerable<byte[]>>? tcp = null, IPAddress? at = null)
    {
        var address = at ?? IPAddress.Loopback;
        (_udp, _tcp) = Bind(address, tcp is not null);
        Address = (IPEndPoint)_udp.LocalEndPoint!;
        _work.Add(ServeUdp(udp));
        if (tcp is not null) _work.Add(ServeTcp(tcp));
    }

    public IPEndPoint Address { get; }

    /// <summary>The questions in the order they came.</summary>
    public ConcurrentQueue<DnsRequest> Asked { get; } = [];

    /// <summary>A response over UDP.</summary>
    public static Func<DnsRequest, IEnumerable<byte[]>> Udp(Func<DnsQuery, DnsResponse> answer) =>
        request => [DnsWire.EncodeResponse(request, answer(request.Query), request.PayloadSize ?? 512)];

    /// <summary>A response over TCP, behind its length, in chunks of the given size.</summary>
    public static Func<DnsRequest, IEnumerable<byte[]>> Tcp(Func<DnsQuery, DnsResponse> answer, int chunk = 65537) =>
        request => Framed(DnsWire.EncodeResponse(request, answer(request.Query))).Chunk(chunk);

    public static byte[] Framed(byte[] message) => [(byte)(message.Length >> 8), (byte)message.Length, .. message];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_work);
        _udp.Dispose();
        _tcp?.Dispose();
        _stop.Dispose();
    }

    private static (Socket Udp, Socket? Tcp) Bind(IPAddress address, bool withTcp)
    {
        for (var attempt = 0; ; attempt++)
        {
            var udp = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            udp.Bind(new IPEndPoint(address, 0));
            if (!withTcp) return (udp, null);
            var tcp = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                tcp.Bind(udp.LocalEndPoint!);
                tcp.Listen();
                return (udp, tcp);
            }
            catch (SocketException) when (attempt < 20)
            {
                udp.Dispose();
                tcp.Dispose();
            }
        }
    }

    private async Task ServeUdp(Func<DnsRequest, IEnumerable<byte[]>> script)
    {
        var buffer = new byte[4096];
        EndPoint any = new IPEndPoint(Address.Address.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        try
        {
            while (true)
            {
                var received = await _udp.ReceiveFromAsync(buffer, SocketFlags.None, any, _stop.Token);
                foreach (var datagram in script(Read(buffer.AsSpan(0, received.ReceivedBytes))))
                    await _udp.SendToAsync(datagram, SocketFlags.None, received.RemoteEndPoint, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task ServeTcp(Func<DnsRequest, IEnumerable<byte[]>> script)
    {
        try
        {
            while (true)
            {
                using var client = await _tcp!.AcceptAsync(_stop.Token);
                client.NoDelay = true;
                var buffer = new byte[4096];
                var received = await client.ReceiveAsync(buffer, _stop.Token);
                foreach (var chunk in script(Read(buffer.AsSpan(2, received - 2))))
                {
                    if (chunk.Length > 0) await client.SendAsync(chunk, _stop.Token);
                    else await client.ReceiveAsync(buffer, _stop.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private DnsRequest Read(ReadOnlySpan<byte> message)
    {
        Assert.True(DnsWire.TryDecodeQuery(message, out var request, out var problem), problem);
        Asked.Enqueue(request);
        return request;
    }
}
