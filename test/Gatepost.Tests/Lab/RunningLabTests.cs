using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Gatepost.Lab;

namespace Gatepost.Tests.Lab;

/// <summary>Mail servers of a running world, over sockets.</summary>
public class RunningLabTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static RunningLab Open(string world, LabOptions? options = null) => RunningLab.Open(LabWorlds.Find(world)!, options);

    private static IPEndPoint? Way(RunningLab lab, string address, int port) => lab.Routes.To(new IPEndPoint(IPAddress.Parse(address), port));

    [Fact]
    public async Task A_session_goes_under_TLS_and_ends_with_the_servers_words()
    {
        await using var lab = Open("missing-login");
        using var client = new TcpClient();
        await client.ConnectAsync(Way(lab, "192.0.2.25", 587)!, Cancel);
        var plain = client.GetStream();
        Assert.Equal("220 smtp.garden.example ESMTP Postfix", await Lines.Reply(plain));
        Assert.EndsWith("250 STARTTLS", await Lines.Say(plain, "EHLO probe.example"), StringComparison.Ordinal);
        await Lines.Say(plain, "STARTTLS");
        X509Certificate2? shown = null;
        await using var tls = new SslStream(plain, true, (_, certificate, _, _) => (shown = new X509Certificate2(certificate!)) is not null);
        await tls.AuthenticateAsClientAsync("smtp.garden.example");
        Assert.True(shown!.MatchesHostname("smtp.garden.example"));
        Assert.EndsWith("250 AUTH PLAIN LOGIN", await Lines.Say(tls, "EHLO probe.example"), StringComparison.Ordinal);
        await Lines.Say(tls, "MAIL FROM:<sam@garden.example>");
        Assert.Equal("554 5.7.1 <pat@tulip.example>: Relay access denied", await Lines.Say(tls, "RCPT TO:<pat@tulip.example>"));
        Assert.Equal("221 2.0.0 Bye", await Lines.Say(tls, "QUIT"));
    }

    [Fact]
    public async Task Commands_that_come_together_are_answered_together()
    {
        await using var lab = Open("forgotten-domain", new LabOptions { Latency = TimeSpan.FromMilliseconds(30) });
        using var client = new TcpClient();
        await client.ConnectAsync(Way(lab, "198.51.100.25", 25)!, Cancel);
        var stream = client.GetStream();
        await Lines.Reply(stream);
        await Lines.Say(stream, "EHLO probe.example");
        var started = Stopwatch.GetTimestamp();
        await stream.WriteAsync("MAIL FROM:<>\r\nRCPT TO:<a@tulip.example>\r\nRCPT TO:<b@tulip.example>\r\nRSET\r\nQUIT\r\n"u8.ToArray(), Cancel);
        var all = await new StreamReader(stream).ReadToEndAsync(Cancel);
        Assert.Equal(["250 ", "554 ", "554 ", "250 ", "221 "], all.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(static l => l[..4]));
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 25, 5 * 30 - 1);
    }

    [Fact]
    public async Task A_silent_port_does_not_even_connect_and_its_neighbours_do()
    {
        await using var lab = Open("port-blocked");
        using var client = new TcpClient();
        await Assert.ThrowsAsync<TimeoutException>(() => client.ConnectAsync(Way(lab, "198.51.100.25", 25)!, Cancel).AsTask().WaitAsync(TimeSpan.FromMilliseconds(60), Cancel));
        using var submission = new TcpClient();
        await submission.ConnectAsync(Way(lab, "198.51.100.25", 587)!, Cancel);
        Assert.StartsWith("220 ", await Lines.Reply(submission.GetStream()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_nobody_serves_refuses_and_a_foreign_address_is_unreachable()
    {
        await using var lab = Open("forgotten-domain");
        using var client = new TcpClient();
        var refused = await Assert.ThrowsAnyAsync<SocketException>(() => client.ConnectAsync(Way(lab, "198.51.100.25", 587)!, Cancel).AsTask());
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        Assert.Null(Way(lab, "198.51.100.200", 25));
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 9), Way(lab, "127.0.0.1", 9));
    }

    [Fact]
    public async Task An_interceptor_answers_for_everybody_at_port_25()
    {
        await using var lab = Open("intercepted");
        foreach (var address in (string[])["198.51.100.25", "198.51.100.26", "198.51.100.222"])
        {
            using var client = new TcpClient();
            await client.ConnectAsync(Way(lab, address, 25)!, Cancel);
            Assert.Equal("220 fw.guestnet.example ESMTP Postfix", await Lines.Reply(client.GetStream()));
        }
    }

    [Fact]
    public async Task Labs_run_side_by_side_and_leave_no_port_open()
    {
        var labs = await Task.WhenAll(Enumerable.Range(0, 8).Select(static _ => Task.Run(static () => Open("forgotten-domain"))));
        var ways = labs.Select(static lab => Way(lab, "198.51.100.25", 25)!).ToList();
        Assert.Equal(labs.Length, ways.Distinct().Count());
        foreach (var lab in labs) await lab.DisposeAsync();
        using var client = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(() => client.ConnectAsync(ways[0], Cancel).AsTask());
    }

    [Fact]
    public async Task A_line_without_an_end_closes_the_connection()
    {
        await using var lab = Open("forgotten-domain");
        using var client = new TcpClient();
        await client.ConnectAsync(Way(lab, "198.51.100.25", 25)!, Cancel);
        var stream = client.GetStream();
        await Lines.Reply(stream);
        await stream.WriteAsync(new byte[4096], Cancel);
        Assert.Equal(0, await stream.ReadAsync(new byte[1], Cancel));
    }
}
