using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gatepost.Lab;

/// <summary>
/// A mail server for measurements that does as little as it can: it knows a command by its first letter, holds no state, and
/// gives every recipient the same reply.
/// </summary>
public sealed class LabSink : IDisposable
{
    private const int Backlog = 4096;
    private const int BufferLength = 1024;
    private static readonly byte[] Greeting = "220 sink.example ESMTP\r\n"u8.ToArray();
    private static readonly byte[] Hello = "250-sink.example\r\n250-PIPELINING\r\n250 ENHANCEDSTATUSCODES\r\n"u8.ToArray();
    private static readonly byte[] Ok = "250 2.0.0 Ok\r\n"u8.ToArray();
    private static readonly byte[] Bye = "221 2.0.0 Bye\r\n"u8.ToArray();
    private readonly Socket _listener;
    private readonly CancellationTokenSource _closing = new();
    private readonly byte[] _recipient;
    private readonly TimeSpan _latency;
    private long _dialogs;

    /// <summary>Opens a sink on loopback.</summary>
    /// <param name="recipientReply">The reply to every RCPT, code first, without its line end.</param>
    /// <param name="latency">How long it takes for each reply, or for the replies to commands that came together.</param>
    /// <param name="at">Where to listen; null for a free port of loopback.</param>
    public LabSink(string recipientReply = "250 2.1.5 Ok", TimeSpan latency = default, IPEndPoint? at = null)
    {
        _listener = at is null ? Loopback.BindTcp() : Loopback.BindTcp(at);
        _recipient = Encoding.ASCII.GetBytes(recipientReply + "\r\n");
        _latency = latency;
        _listener.Listen(Backlog);
        _ = Loopback.Accept(_listener, Serve, _closing.Token);
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndPoint!;

    /// <summary>Dialogs that ended with QUIT.</summary>
    public long Dialogs => Interlocked.Read(ref _dialogs);

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task Serve(Socket socket)
    {
        socket.NoDelay = true;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            await Send(socket, Greeting).ConfigureAwait(false);
            var held = 0;
            while (true)
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(held, BufferLength - held), SocketFlags.None, _closing.Token).ConfigureAwait(false);
                if (read == 0) return;
                held += read;
                var (reply, taken, ends) = Replies(buffer.AsSpan(0, held));
                if (reply.Length > 0) await Send(socket, reply).ConfigureAwait(false);
                if (ends || (taken == 0 && held == BufferLength)) return;
                buffer.AsSpan(taken, held - taken).CopyTo(buffer);
                held -= taken;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The replies to the whole lines that stand in the input, and how much of it they were.</summary>
    private (byte[] Reply, int Taken, bool Ends) Replies(ReadOnlySpan<byte> input)
    {
        byte[] reply = [];
        var taken = 0;
        while (input[taken..].IndexOf((byte)'\n') is var length and >= 0)
        {
            var next = ReplyTo(input.Slice(taken, length));
            reply = reply.Length == 0 ? next : [.. reply, .. next];
            taken += length + 1;
            if (!ReferenceEquals(next, Bye)) continue;
            Interlocked.Increment(ref _dialogs);
            return (reply, taken, true);
        }

        return (reply, taken, false);
    }

    private byte[] ReplyTo(ReadOnlySpan<byte> line) => line is [var first, var second, ..]
        ? (first | 0x20, second | 0x20) switch
        {
            ('e', 'h') => Hello,
            ('r', 'c') => _recipient,
            ('q', 'u') => Bye,
            _ => Ok,
        }
        : Ok;

    private async ValueTask Send(Socket socket, byte[] reply)
    {
        if (_latency > TimeSpan.Zero) await Task.Delay(_latency, _closing.Token).ConfigureAwait(false);
        await socket.SendAsync(reply, SocketFlags.None, _closing.Token).ConfigureAwait(false);
    }
}
