using System.Net.Sockets;
using System.Text;

namespace Gatepost.RealServers.Mail;

/// <summary>What Postfix needs of Dovecot: its authentication socket, where every user whose password is their name may log in.</summary>
internal sealed class DovecotAuth : IDisposable
{
    private const string Greeting =
        "VERSION\t1\t2\nMECH\tPLAIN\tplaintext\nMECH\tLOGIN\tplaintext\nSPID\t1\nCUID\t1\nCOOKIE\t0123456789abcdef0123456789abcdef\nDONE\n";

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public DovecotAuth(string path)
    {
        _socket.Bind(new UnixDomainSocketEndPoint(path));
        File.SetUnixFileMode(path, (UnixFileMode)0b110_110_110);
        _socket.Listen();
        _ = Serve();
    }

    public void Dispose() => _socket.Dispose();

    private async Task Serve()
    {
        try
        {
            while (true) _ = Answer(await _socket.AcceptAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private static async Task Answer(Socket connection)
    {
        await using var stream = new NetworkStream(connection, ownsSocket: true);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Greeting));
        while (await reader.ReadLineAsync() is { } line)
        {
            var fields = line.Split('\t');
            if (fields[0] != "AUTH") continue;
            var response = fields.FirstOrDefault(static f => f.StartsWith("resp=", StringComparison.Ordinal))?["resp=".Length..] ?? "";
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(response)).Split('\0');
            var passes = parts.Length == 3 && parts[1] == parts[2];
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{(passes ? "OK" : "FAIL")}\t{fields[1]}\tuser={parts.ElementAtOrDefault(1)}\n"));
        }
    }
}
