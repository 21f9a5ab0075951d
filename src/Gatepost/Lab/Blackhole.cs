using System.Net;
using System.Net.Sockets;

namespace Gatepost.Lab;

/// <summary>
/// An endpoint from which nothing ever comes back: datagrams are taken and not read, and connecting does not end, because the
/// queue of a listener that never accepts is full.
/// </summary>
internal sealed class Blackhole : IDisposable
{
    private readonly (Socket Udp, Socket Tcp) _sockets = Loopback.BindPair();
    private readonly Socket _filler = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public Blackhole()
    {
        _sockets.Tcp.Listen(0);
        _filler.Connect(EndPoint);
    }

    public IPEndPoint EndPoint => (IPEndPoint)_sockets.Udp.LocalEndPoint!;

    public void Dispose()
    {
        _filler.Dispose();
        _sockets.Udp.Dispose();
        _sockets.Tcp.Dispose();
    }
}
