using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks.Sources;

namespace Gatepost.Evidence.Dialog;

/// <summary>One pending call on a socket, used again and again. Its result is a <see cref="SocketError"/>, never an exception.</summary>
internal sealed class SocketOperation() : SocketAsyncEventArgs(true), IValueTaskSource<SocketError>
{
    private ManualResetValueTaskSourceCore<SocketError> _done;

    public ValueTask<SocketError> Connect(Socket socket, EndPoint to)
    {
        RemoteEndPoint = to;
        return Begin(socket, static (socket, self) => socket.ConnectAsync(self));
    }

    /// <summary>Receives; <see cref="SocketAsyncEventArgs.BytesTransferred"/> tells how much, 0 at the end of the stream.</summary>
    public ValueTask<SocketError> Receive(Socket socket, Memory<byte> into)
    {
        SetBuffer(into);
        return Begin(socket, static (socket, self) => socket.ReceiveAsync(self));
    }

    public ValueTask<SocketError> Send(Socket socket, Memory<byte> octets)
    {
        SetBuffer(octets);
        return Begin(socket, static (socket, self) => socket.SendAsync(self));
    }

    /// <inheritdoc/>
    public SocketError GetResult(short token) => _done.GetResult(token);

    /// <inheritdoc/>
    public ValueTaskSourceStatus GetStatus(short token) => _done.GetStatus(token);

    /// <inheritdoc/>
    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _done.OnCompleted(continuation, state, token, flags);

    /// <inheritdoc/>
    protected override void OnCompleted(SocketAsyncEventArgs e) => _done.SetResult(SocketError);

    private ValueTask<SocketError> Begin(Socket socket, Func<Socket, SocketOperation, bool> call)
    {
        _done.Reset();
        try
        {
            return call(socket, this) ? new ValueTask<SocketError>(this, _done.Version) : new ValueTask<SocketError>(SocketError);
        }
        catch (ObjectDisposedException)
        {
            return new ValueTask<SocketError>(SocketError.OperationAborted);
        }
        catch (SocketException e)
        {
            return new ValueTask<SocketError>(e.SocketErrorCode);
        }
    }
}
