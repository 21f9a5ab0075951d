using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gatepost.RealServers.Mail;

/// <summary>The smallest SMTP client that can be refused, from any address. It never sends a message.</summary>
internal sealed class SmtpSession : IDisposable
{
    private readonly Socket _socket;
    private readonly StreamReader _reader;
    private readonly CancellationToken _cancel;

    private SmtpSession(Socket socket, CancellationToken cancel)
    {
        (_socket, _cancel) = (socket, cancel);
        _reader = new StreamReader(new NetworkStream(socket), Encoding.Latin1);
    }

    /// <summary>Connects; a token that runs out ends every wait.</summary>
    public static async Task<SmtpSession> Open(IPAddress client, IPEndPoint server, CancellationToken cancel)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
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
        await _socket.SendAsync(Encoding.Latin1.GetBytes(command + "\r\n"), SocketFlags.None, _cancel);
        return await Read();
    }

    public void Dispose()
    {
        _reader.Dispose();
        _socket.Dispose();
    }
}
