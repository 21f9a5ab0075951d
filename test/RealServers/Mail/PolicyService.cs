using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gatepost.RealServers.Mail;

/// <summary>A policy service as Postfix asks one (SMTPD_POLICY_README): it knows one answer.</summary>
internal sealed class PolicyService : IDisposable
{
    private readonly TcpListener _listener;
    private readonly string _action;

    public PolicyService(IPEndPoint address, string action)
    {
        (_listener, _action) = (new TcpListener(address), action);
        _listener.Start();
        _ = Serve();
    }

    public void Dispose() => _listener.Dispose();

    private async Task Serve()
    {
        try
        {
            while (true) _ = Answer(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private async Task Answer(TcpClient client)
    {
        using (client)
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            while (await reader.ReadLineAsync() is { } line)
                if (line.Length == 0) await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"action={_action}\n\n"));
        }
    }
}
