using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gatepost.RealServers.Mail;

/// <summary>The smallest SMTP client that can be refused, from any address. It never sends a message.</summary>
internal sealed class SmtpSession : IDisposable
{
    private readonly Socket _socket;
    private readonly CancellationToken _cancel;
    private Stream _stream;
    private StreamReader _reader;

    private SmtpSession(Socket socket, CancellationToken cancel)
    {
        (_socket, _cancel) = (socket, cancel);
        _stream = new NetworkStream(socket);
        _reader = new StreamReader(_stream, Encoding.UTF8);
    }

    /// <summary>Connects; a token that runs out ends every wait.</summary>
    public static async Task<SmtpSession> Open(IPAddress client, IPEndPoint server, CancellationToken cancel)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            BindFreely(socket);
            socket.Bind(new IPEndPoint(client, 0));
            await socket.ConnectAsync(server, cancel);
            return new SmtpSession(socket, cancel);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Reads a reply: its lines joined by a line feed, as they came.</summary>
    public async Task<string> Read()
    {
        var lines = new List<string>();
        do lines.Add(await _reader.ReadLineAsync(_cancel) ?? throw new IOException("the server hung up"));
        while (lines[^1].Length > 3 && lines[^1][3] == '-');
        return string.Join('\n', lines);
    }

    /// <summary>Sends a command and reads the reply.</summary>
    public async Task<string> Say(string command)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), _cancel);
        return await Read();
    }

    /// <summary>Goes on under TLS, after the server agreed to STARTTLS; whatever certificate it has will do.</summary>
    public async Task StartTls(X509Certificate2? own)
    {
        var tls = new SslStream(_stream);
        _stream = tls;
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "server",
#pragma warning disable CA5359 // The tests' own server on loopback.
            RemoteCertificateValidationCallback = static (_, _, _, _) => true,
#pragma warning restore CA5359
            ClientCertificates = own is null ? null : [own],
        }, _cancel);
        _reader = new StreamReader(_stream, Encoding.UTF8);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
        _socket.Dispose();
    }

    // IP_FREEBIND and IPV6_FREEBIND: the address need not be on an interface.
    private static void BindFreely(Socket socket)
    {
        var (level, option) = socket.AddressFamily == AddressFamily.InterNetworkV6 ? (41, 78) : (0, 15);
        socket.SetRawSocketOption(level, option, BitConverter.GetBytes(1));
    }
}
