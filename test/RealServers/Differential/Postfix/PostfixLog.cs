using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>Takes the place of postlogd, so that a daemon's last words are known at once.</summary>
internal sealed partial class PostfixLog : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly StringBuilder _lines = new();
    private readonly HashSet<string> _busy = [];
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _dead = [];

    public PostfixLog(string path)
    {
        File.Delete(path);
        _socket.Bind(new UnixDomainSocketEndPoint(path));
        File.SetUnixFileMode(path, (UnixFileMode)0b110_110_110);
        _ = Receive();
    }

    /// <summary>Cancelled when a listener's smtpd ends before it takes a connection: master starts the next only a minute later.</summary>
    /// <param name="listener">The name that its lines have: <c>smtp</c>.</param>
    public CancellationToken Died(string listener) => Death(listener).Token;

    public void Clear()
    {
        lock (_lines)
        {
            _lines.Clear();
            _busy.Clear();
            _dead.Clear();
        }
    }

    public override string ToString()
    {
        lock (_lines) return _lines.ToString();
    }

    public void Dispose() => _socket.Dispose();

    private CancellationTokenSource Death(string listener) => _dead.GetOrAdd(listener, static _ => new CancellationTokenSource());

    private async Task Receive()
    {
        var buffer = new byte[65536];
        try
        {
            while (true) Keep(Encoding.UTF8.GetString(buffer, 0, await _socket.ReceiveAsync(buffer)).TrimEnd('\n', '\0'));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private void Keep(string line)
    {
        lock (_lines)
        {
            _lines.AppendLine(line);
            if (Smtpd().Match(line) is not { Success: true } words) return;
            var process = words.Groups["process"].Value;
            if (words.Groups["words"].Value == "connect") _busy.Add(process);
            else if (!_busy.Contains(process)) Death(words.Groups["listener"].Value).Cancel();
        }
    }

    // Each listener logs under its own name: postfix/smtp/smtpd[12]: fatal: …
    [GeneratedRegex(@"postfix/(?<listener>[^/ ]+)/smtpd\[(?<process>\d+)\]: (?<words>connect|fatal|panic)\b")]
    private static partial Regex Smtpd();
}
