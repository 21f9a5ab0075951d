using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Gatepost.Lab;

/// <summary>Sockets on loopback, at ports that the system chooses.</summary>
internal static class Loopback
{
    private const int BindTries = 20;
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    /// <summary>A TCP socket that is bound and does not listen: connecting to it is refused until it does.</summary>
    public static Socket BindTcp(int port = 0) => BindTcp(port == 0 ? AnyPort : new IPEndPoint(IPAddress.Loopback, port));

    /// <summary>The same at an address.</summary>
    public static Socket BindTcp(IPEndPoint at)
    {
        var socket = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(at);
        return socket;
    }

    /// <summary>A UDP and a TCP socket at the same port.</summary>
    public static (Socket Udp, Socket Tcp) BindPair()
    {
        for (var tries = 1; ; tries++)
        {
            var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            udp.Bind(AnyPort);
            try
            {
                return (udp, BindTcp(((IPEndPoint)udp.LocalEndPoint!).Port));
            }
            catch (SocketException) when (tries < BindTries)
            {
                udp.Dispose();
            }
        }
    }

    /// <summary>Serves every connection until the listener is closed.</summary>
    public static Task Accept(Socket listener, Func<Socket, Task> serve, CancellationToken cancel) => Repeat(async () =>
    {
        var socket = await listener.AcceptAsync(cancel).ConfigureAwait(false);
        _ = Quietly(async () =>
        {
            using (socket) await serve(socket).ConfigureAwait(false);
        });
    }, cancel);

    /// <summary>Runs again and again until it is cancelled; a run that fails does not end it.</summary>
    public static async Task Repeat(Func<Task> run, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested) await Quietly(run).ConfigureAwait(false);
    }

    /// <summary>Runs until it ends, or the peer or the lab closes the connection: in the lab that is no error.</summary>
    public static async Task Quietly(Func<Task> run)
    {
        try
        {
            await run().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or AuthenticationException)
        {
        }
    }
}
