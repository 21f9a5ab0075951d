using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gatepost.Tests.Evidence.Dialog;

/// <summary>A server on loopback for one connection after the other, with a free port and all that was received.</summary>
internal abstract class TestServer : IAsyncDisposable
{
    private static readonly X509Certificate2 Shown = SelfSigned("mx.example.net", "*.mail.example.net");
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly StringBuilder _received = new();

    protected TestServer()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(64);
        Address = (IPEndPoint)_listener.LocalEndPoint!;
        _running = Task.Run(Accept);
    }

    public IPEndPoint Address { get; }

    /// <summary>All octets received, as Latin-1.</summary>
    public string Received
    {
        get
        {
            lock (_received) return _received.ToString();
        }
    }

    /// <summary>The whole lines among them: where the client went away, the last one may have been cut.</summary>
    public string[] Lines => Received is var all ? all[..(all.LastIndexOf("\r\n", StringComparison.Ordinal) + 1)].Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>How the server's octets are cut into segments: lengths in turn; empty for none.</summary>
    public int[] Segments { get; init; } = [];

    public async ValueTask DisposeAsync()
    {
        if (!_running.IsCompleted) await _stop.CancelAsync();
        _listener.Dispose();
        await _running;
        _stop.Dispose();
    }

    protected abstract Task Serve(Connection connection);

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptAsync(_stop.Token);
                socket.NoDelay = true;
                await using var connection = new Connection(this, socket);
                try
                {
                    await Serve(connection);
                }
                catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
                {
                    // The client has gone.
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    internal sealed class Connection(TestServer server, Socket socket) : IAsyncDisposable
    {
        private Stream _stream = new NetworkStream(socket, ownsSocket: false);
        private int _segment;

        public async Task StartTls()
        {
            var tls = new SslStream(_stream);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Shown }, server._stop.Token);
            _stream = tls;
        }

        public async Task Send(string text)
        {
            var octets = Encoding.Latin1.GetBytes(text).AsMemory();
            while (octets.Length > 0)
            {
                var length = server.Segments.Length == 0 ? octets.Length : Math.Min(octets.Length, server.Segments[_segment++ % server.Segments.Length]);
                await _stream.WriteAsync(octets[..length], server._stop.Token);
                if (server.Segments.Length > 0) await Task.Yield();
                octets = octets[length..];
            }
        }

        /// <summary>One line without its line end; null at the end of the stream.</summary>
        public async Task<string?> ReadLine()
        {
            var line = new StringBuilder();
            var one = new byte[1];
            while (await _stream.ReadAsync(one, server._stop.Token) > 0)
            {
                lock (server._received) server._received.Append((char)one[0]);
                if (one[0] == '\n') return line.ToString().TrimEnd('\r');
                line.Append((char)one[0]);
            }

            return line.Length > 0 ? line.ToString() : null;
        }

        public void Reset()
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }

        /// <summary>Says no more, and listens until the client has gone.</summary>
        public async Task Finish(bool isSilent = false)
        {
            if (!isSilent) socket.Shutdown(SocketShutdown.Send);
            while (await ReadLine() is not null)
            {
            }
        }

        public ValueTask DisposeAsync() => _stream.DisposeAsync();
    }

    private static X509Certificate2 SelfSigned(params string[] names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names) alternatives.AddDnsName(name);
        request.CertificateExtensions.Add(alternatives.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
    }
}
