using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Gatepost.Lab.Smtp;

/// <summary>A port of a mail server on loopback.</summary>
internal sealed class SmtpListener : IDisposable
{
    private readonly Socket _listener = Loopback.BindTcp();
    private readonly CancellationTokenSource _closing = new();
    private readonly MailServer _server;
    private readonly ServerPort _port;
    private readonly LabOptions _options;

    public SmtpListener(MailServer server, ServerPort port, LabOptions options)
    {
        (_server, _port, _options) = (server, port, options);
        _listener.Listen();
        _ = Loopback.Accept(_listener, Serve, _closing.Token);
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndPoint!;

    public void Dispose()
    {
        _closing.Cancel();
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task Serve(Socket socket)
    {
        socket.NoDelay = true;
        var plain = new NetworkStream(socket);
        await using (plain.ConfigureAwait(false))
        {
            var conversation = new SmtpConversation(_server, _port, new ClientView(_options.Observer, _options.Clock.GetUtcNow()));
            if (_port.Tls == PortTls.Implicit)
            {
                await ServeUnderTls(plain, conversation, greets: true).ConfigureAwait(false);
                return;
            }

            if (await Talk(plain, conversation, greets: true).ConfigureAwait(false) != SmtpAction.StartTls) return;
            conversation.Secured();
            await ServeUnderTls(plain, conversation, greets: false).ConfigureAwait(false);
        }
    }

    private async Task ServeUnderTls(Stream plain, SmtpConversation conversation, bool greets)
    {
        var tls = new SslStream(plain);
        await using (tls.ConfigureAwait(false))
        {
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = LabCertificates.For(_server.CertificateNames) }, _closing.Token)
                .ConfigureAwait(false);
            await Talk(tls, conversation, greets).ConfigureAwait(false);
        }
    }

    /// <summary>Talks until the connection is to be closed or to go under TLS. What was pipelined behind STARTTLS is dropped (CVE-2011-0411).</summary>
    private async Task<SmtpAction> Talk(Stream stream, SmtpConversation conversation, bool greets)
    {
        var channel = new LineChannel(stream, _options.Latency);
        var turn = greets ? conversation.Greeting() : default;
        while (true)
        {
            if (turn.Wait > TimeSpan.Zero) await Task.Delay(turn.Wait, _closing.Token).ConfigureAwait(false);
            if (turn.Reply is { } reply) channel.Write(reply);
            if (turn.Action != SmtpAction.Continue) break;
            if (await channel.ReadLine(_closing.Token).ConfigureAwait(false) is not { } line) return SmtpAction.Close;
            turn = conversation.Answer(line);
        }

        await channel.Flush(_closing.Token).ConfigureAwait(false);
        return turn.Action;
    }
}
