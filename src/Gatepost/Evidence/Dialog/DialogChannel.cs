using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Gatepost.Evidence.Dialog;

/// <summary>
/// The connection of one dialog: octets out, lines and replies in, within the bounds. What goes wrong is put down in
/// <see cref="Fault"/> and in the log.
/// </summary>
internal sealed class DialogChannel : IDisposable
{
    private readonly DialogLimits _limits;
    private readonly WireLog _log;
    private readonly Socket _socket;
    private readonly SocketOperation _operation = new();
    private readonly LineBuffer _in = new();
    private SslStream? _tls;
    private int _octetsRead;

    public DialogChannel(AddressFamily family, DialogLimits limits, WireLog log, TimeProvider time)
    {
        _limits = limits;
        _log = log;
        _socket = new Socket(family, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Deadline = new Deadline(time, _socket, limits.Total);
    }

    public Deadline Deadline { get; }

    /// <summary>What went wrong; <see cref="DialogFault.None"/> while nothing did.</summary>
    public DialogFault Fault { get; private set; }

    /// <summary>More about <see cref="Fault"/>, as half a sentence.</summary>
    public string? Detail { get; private set; }

    public IPEndPoint? LocalAddress { get; private set; }

    public int RoundTrips { get; private set; }

    public TimeSpan SlowestReply { get; private set; }

    /// <summary>How long the last reply took.</summary>
    public TimeSpan LastWait { get; private set; }

    public async ValueTask<bool> Connect(IPEndPoint to, IPAddress? source)
    {
        if (source is not null && Bind(source) is var bound and not SocketError.Success) return Failed(ConnectFault.Of(bound), $"the local address {source} cannot be used");
        Deadline.Set(_limits.Connect);
        var error = await _operation.Connect(_socket, to).ConfigureAwait(false);
        if (Deadline.HasPassed) return Failed(DialogFault.TimedOut);
        if (error != SocketError.Success) return Failed(ConnectFault.Of(error), ConnectFault.Detail(error));
        LocalAddress = LocalEnd();
        RoundTrips++;
        return true;
    }

    /// <summary>Goes under TLS. What came in clear text before is dropped, and how much it was is said.</summary>
    public async ValueTask<TlsSession?> Secure(string host, bool isChainValidated, TimeSpan limit)
    {
        if (_in.Discard() is var dropped and > 0) _log.Note($"{dropped} octets in clear text after the reply to STARTTLS are ignored (response injection)");
        Deadline.Set(limit);
        var handshake = new TlsHandshake(host, isChainValidated);
        var (stream, problem) = await handshake.Run(_socket).ConfigureAwait(false);
        if (stream is null)
        {
            _ = Deadline.HasPassed ? Failed(DialogFault.TimedOut, "during the TLS handshake") : Failed(DialogFault.TlsFailed, problem);
            return null;
        }

        _tls = stream;
        _log.IsUnderTls = true;
        RoundTrips += stream.SslProtocol == SslProtocols.Tls13 ? 1 : 2;
        return handshake.Session(stream);
    }

    /// <summary>Sends. A connection that is gone shows at the next reply: the server may have said why before it closed.</summary>
    public async ValueTask Send(Memory<byte> octets)
    {
        Deadline.Set(_limits.Reply);
        if (_tls is not null)
        {
            await TlsHandshake.Write(_tls, octets).ConfigureAwait(false);
            return;
        }

        while (octets.Length > 0)
        {
            if (await _operation.Send(_socket, octets).ConfigureAwait(false) != SocketError.Success) return;
            octets = octets[_operation.BytesTransferred..];
        }
    }

    /// <summary>Reads one whole reply within <paramref name="limit"/>; one without a code where that failed.</summary>
    /// <param name="limit">The bound of the whole reply.</param>
    /// <param name="isFirst">True where the reply is the first one waited for since something was sent: a round trip.</param>
    public async ValueTask<WireReply> ReadReply(TimeSpan limit, bool isFirst = true)
    {
        Deadline.Set(limit);
        var began = _log.Elapsed;
        var first = _log.Count;
        int? code = null;
        while (true)
        {
            var state = TakeLine(ref code, _log.Count - first);
            if (state == LineState.Ended) break;
            if (state == LineState.Failed || (state == LineState.Missing && !await Fill().ConfigureAwait(false))) return default;
        }

        LastWait = _log.Elapsed - began;
        if (LastWait > SlowestReply) SlowestReply = LastWait;
        if (isFirst) RoundTrips++;
        return new WireReply(_log, code.GetValueOrDefault(), first, _log.Count - first);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Deadline.Dispose();
        _tls?.Dispose();
        _socket.Dispose();
        _operation.Dispose();
        _in.Dispose();
    }

    private enum LineState
    {
        Missing,
        Read,
        Ended,
        Failed,
    }

    private LineState TakeLine(ref int? code, int linesBefore)
    {
        if (!_in.TryTakeLine(out var line))
        {
            line = _in.Pending;
            if (line.Length <= _limits.LineLength + 1 && line.Length <= _limits.TotalOctets - _octetsRead) return LineState.Missing;
        }

        if (!IsWithinBounds(ref line, linesBefore)) return LineState.Failed;
        _octetsRead += line.Length + 1;
        var read = ReplyLine.Read(line);
        var isBroken = read is null || (code ?? read.Value.Code) != read.Value.Code;
        Log(line, isBroken || read?.Code >= 400);
        if (isBroken)
        {
            Failed(DialogFault.Malformed, read is null ? "a line does not begin with a reply code" : "the lines of one reply have different codes");
            return LineState.Failed;
        }

        code = read!.Value.Code;
        return read.Value.IsLast ? LineState.Ended : LineState.Read;
    }

    // What is over a bound is cut at it; which bound it was does not depend on how much more has come.
    private bool IsWithinBounds(ref ReadOnlySpan<byte> line, int linesBefore)
    {
        var left = _limits.TotalOctets - _octetsRead;
        var isLong = line.Length > _limits.LineLength;
        if (isLong) line = line[.._limits.LineLength];
        var excess = line.Length >= left ? $"more than {_limits.TotalOctets} octets in all"
            : isLong ? $"a line of more than {_limits.LineLength} octets"
            : linesBefore >= _limits.ReplyLines ? $"a reply of more than {_limits.ReplyLines} lines"
            : null;
        if (excess is null) return true;
        Log(line[..Math.Min(line.Length, left)], isRefusal: true);
        return Failed(DialogFault.TooLong, excess);
    }

    private void Log(ReadOnlySpan<byte> line, bool isRefusal) => _log.Server(Encoding.Latin1.GetString(line), isRefusal);

    private async ValueTask<bool> Fill()
    {
        int count;
        SocketError error;
        if (_tls is not null)
        {
            count = await TlsHandshake.Read(_tls, _in.Room()).ConfigureAwait(false);
            error = count < 0 ? SocketError.ConnectionReset : SocketError.Success;
        }
        else
        {
            error = await _operation.Receive(_socket, _in.Room()).ConfigureAwait(false);
            count = _operation.BytesTransferred;
        }

        if (error == SocketError.Success && count > 0)
        {
            _in.Add(count);
            return true;
        }

        if (_in.Pending is { Length: > 0 } rest) Log(rest, isRefusal: true);
        if (Deadline.HasPassed) return Failed(DialogFault.TimedOut);
        return Failed(DialogFault.Closed, error == SocketError.Success ? null : "by a reset");
    }

    private SocketError Bind(IPAddress source)
    {
        try
        {
            _socket.Bind(new IPEndPoint(source, 0));
            return SocketError.Success;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode;
        }
    }

    private IPEndPoint? LocalEnd()
    {
        try
        {
            return _socket.LocalEndPoint as IPEndPoint;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return null;
        }
    }

    private bool Failed(DialogFault fault, string? detail = null)
    {
        (Fault, Detail) = (fault, detail);
        return false;
    }
}
