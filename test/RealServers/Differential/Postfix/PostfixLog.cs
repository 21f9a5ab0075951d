using System.Net.Sockets;
using System.Text;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>Takes the place of postlogd, so that a daemon's last words are known at once.</summary>
internal sealed class PostfixLog : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly StringBuilder _lines = new();
    private CancellationTokenSource _died = new();

    public PostfixLog(string path)
    {
        File.Delete(path);
        _socket.Bind(new UnixDomainSocketEndPoint(path));
        File.SetUnixFileMode(path, (UnixFileMode)0b110_110_110);
        _ = Receive();
    }

    /// <summary>Cancelled when an smtpd ends before it takes a connection: master starts the next only a minute later.</summary>
    public CancellationToken Died => _died.Token;

    public void Clear()
    {
        lock (_lines)
        {
            _lines.Clear();
            if (_died.IsCancellationRequested) _died = new CancellationTokenSource();
        }
    }

    public override string ToString()
    {
        lock (_lines) return _lines.ToString();
    }

    public void Dispose() => _socket.Dispose();

    private async Task Receive()
    {
        var buffer = new byte[65536];
        try
        {
            while (true)
            {
                var line = Encoding.UTF8.GetString(buffer, 0, await _socket.ReceiveAsync(buffer)).TrimEnd('\n', '\0');
                lock (_lines)
                {
                    _lines.AppendLine(line);
                    if (line.Contains("bad command startup", StringComparison.Ordinal) && line.Contains("sbin/smtpd", StringComparison.Ordinal)) _died.Cancel();
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }
}
