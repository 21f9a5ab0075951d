using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Gatepost.Evidence.Dialog;
using Gatepost.Smtp;

namespace Gatepost.Tests.Evidence.Dialog;

public class HostileServerTests
{
    private const string Ehlo = "S: 220 x\nC: EHLO *\n";
    private const string Mail = Ehlo + "S: 250-x\nS: 250 STARTTLS\n";

    [Theory]
    [InlineData("drop", SmtpPhase.Connect, DialogFault.Closed)]
    [InlineData("reset", SmtpPhase.Connect, DialogFault.Closed)]
    [InlineData("silent", SmtpPhase.Connect, DialogFault.TimedOut)]
    [InlineData("S: 554 5.7.1 no\nC: QUIT\nS: 221 x", SmtpPhase.Connect, DialogFault.Refused)]
    [InlineData("S: 450 later\nC: QUIT", SmtpPhase.Connect, DialogFault.Refused)]
    [InlineData("S: 421 busy\ndrop", SmtpPhase.Connect, DialogFault.ClosedWith421)]
    [InlineData("S: 250 x\ndrop", SmtpPhase.Connect, DialogFault.Malformed)]
    [InlineData("S: 354 x\ndrop", SmtpPhase.Connect, DialogFault.Malformed)]
    [InlineData("S: HTTP/1.1 400 Bad Request\ndrop", SmtpPhase.Connect, DialogFault.Malformed)]
    [InlineData("S: SSH-2.0-OpenSSH_9.2\ndrop", SmtpPhase.Connect, DialogFault.Malformed)]
    [InlineData("S: 099 x\ndrop", SmtpPhase.Connect, DialogFault.Malformed)]
    [InlineData("S: 600 x\ndrop", SmtpPhase.Connect, DialogFault.Malformed)]
    [InlineData("S: 2200 x\ndrop", SmtpPhase.Connect, DialogFault.Malformed)]
    [InlineData("S: 22\ndrop", SmtpPhase.Connect, DialogFault.Malformed)]
    [InlineData("raw: \\r\\n\ndrop", SmtpPhase.Connect, DialogFault.Malformed)]
    [InlineData("raw: 220\\0x\\r\\n\ndrop", SmtpPhase.Connect, DialogFault.Malformed)]
    [InlineData("S: 220-a\nS: 250 b\ndrop", SmtpPhase.Connect, DialogFault.Malformed)]
    [InlineData("S: 220-a\nS: b\ndrop", SmtpPhase.Connect, DialogFault.Malformed)]
    [InlineData("raw: 220 half a line\ndrop", SmtpPhase.Connect, DialogFault.Closed)]
    [InlineData("S: 220-half a reply\ndrop", SmtpPhase.Connect, DialogFault.Closed)]
    [InlineData("endless 220-x\\r\\n", SmtpPhase.Connect, DialogFault.TooLong)]
    [InlineData("endless x", SmtpPhase.Connect, DialogFault.TooLong)]
    [InlineData("endless 220 \\0\\0\\0", SmtpPhase.Connect, DialogFault.TooLong)]
    [InlineData("drip 20 220 this is a very slow greeting that never ends", SmtpPhase.Connect, DialogFault.TimedOut)]
    [InlineData(Ehlo + "drop", SmtpPhase.Ehlo, DialogFault.Closed)]
    [InlineData(Ehlo + "silent", SmtpPhase.Ehlo, DialogFault.TimedOut)]
    [InlineData(Ehlo + "S: 421 4.3.2 bye\ndrop", SmtpPhase.Ehlo, DialogFault.ClosedWith421)]
    [InlineData(Ehlo + "S: 450 later\nC: QUIT", SmtpPhase.Ehlo, DialogFault.Refused)]
    [InlineData(Ehlo + "S: 500 what\nC: HELO *\nS: 550 no\nC: QUIT", SmtpPhase.Ehlo, DialogFault.Refused)]
    [InlineData(Ehlo + "S: 550 listed at dnsbl.example\nC: QUIT", SmtpPhase.Ehlo, DialogFault.Refused)]
    [InlineData(Ehlo + "S: 354 go\ndrop", SmtpPhase.Ehlo, DialogFault.Malformed)]
    [InlineData(Ehlo + "endless 250-X\\r\\n", SmtpPhase.Ehlo, DialogFault.TooLong)]
    [InlineData(Ehlo + "S: 250 x\nC: MAIL *\ndrop", SmtpPhase.Mail, DialogFault.Closed)]
    [InlineData(Ehlo + "S: 250 x\nC: MAIL *\nreset", SmtpPhase.Mail, DialogFault.Closed)]
    [InlineData(Ehlo + "S: 250 x\nC: MAIL *\nS: 250 x\nC: RCPT *\ndrop", SmtpPhase.Rcpt, DialogFault.Closed)]
    [InlineData(Ehlo + "S: 250 x\nC: MAIL *\nS: 250 x\nC: RCPT *\nS: 421 too much\ndrop", SmtpPhase.Rcpt, DialogFault.ClosedWith421)]
    [InlineData(Ehlo + "S: 250 x\nC: MAIL *\nS: 250 x\nC: RCPT *\nS: 354 data\ndrop", SmtpPhase.Rcpt, DialogFault.Malformed)]
    [InlineData(Mail + "C: STARTTLS\nS: 454 4.7.0 no TLS\nC: QUIT", SmtpPhase.StartTls, DialogFault.Refused)]
    [InlineData(Mail + "C: STARTTLS\nS: 250 ok\ndrop", SmtpPhase.StartTls, DialogFault.Malformed)]
    [InlineData(Mail + "C: STARTTLS\nS: 220 go\nsilent", SmtpPhase.StartTls, DialogFault.TimedOut)]
    [InlineData(Mail + "C: STARTTLS\nS: 220 go\ndrop", SmtpPhase.StartTls, DialogFault.TlsFailed)]
    [InlineData(Mail + "C: STARTTLS\nS: 220 go\npause 20\nraw: this is no TLS record at all\ndrop", SmtpPhase.StartTls, DialogFault.TlsFailed)]
    [InlineData(Mail + "C: STARTTLS\nS: 220 go\npause 20\nraw: \u0015\u0003\u0001\\0\u0002\u0002\u0028\ndrop", SmtpPhase.StartTls, DialogFault.TlsFailed)]
    [InlineData(Mail + "C: STARTTLS\nS: 220 go\nstarttls\nC: EHLO *\ndrop", SmtpPhase.Ehlo, DialogFault.Closed)]
    [InlineData(Mail + "C: STARTTLS\nS: 220 go\nstarttls\nC: EHLO *\nsilent", SmtpPhase.Ehlo, DialogFault.TimedOut)]
    public async Task Every_end_is_an_outcome(string script, SmtpPhase phase, DialogFault fault)
    {
        var clock = Stopwatch.StartNew();
        await using var server = new ScriptedSmtpServer(script);
        var result = await Dialogs.Hold(Dialogs.Plan(server.Address, "a@example.com") with { Limits = fault == DialogFault.TimedOut ? Dialogs.Impatient : Dialogs.Tight });
        Assert.Equal((phase, fault), (result.Outcome.Phase, result.Outcome.Fault));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
        Assert.Contains(result.Wire, static l => l.Kind == WireKind.Fault);
        Assert.Null(server.Surprise);
    }

    [Fact]
    public async Task A_line_of_a_megabyte_is_cut_at_the_bound()
    {
        var result = await Dialogs.With("raw: 220 " + new string('x', 1 << 20) + "\\r\\n\nsilent");
        Assert.Equal(DialogFault.TooLong, result.Outcome.Fault);
        Assert.InRange(result.Wire.Max(static l => l.Text.Length), 4096, 4096);
    }

    [Fact]
    public async Task The_bound_of_the_whole_dialog_holds_however_quick_each_reply_is()
    {
        var slow = string.Concat(Enumerable.Repeat("pause 40\nS: 550 no\nC: RCPT *\n", 50));
        await using var server = new ScriptedSmtpServer("S: 220 x\nC: EHLO *\nS: 250 x\nC: MAIL *\nS: 250 ok\nC: RCPT *\n" + slow);
        var plan = Dialogs.Plan(server.Address, [.. Enumerable.Range(0, 50).Select(static i => $"u{i}@example.com")]);
        var result = await Dialogs.Hold(plan with { Limits = Dialogs.Tight with { Refusals = 100, Total = TimeSpan.FromMilliseconds(300) } });
        Assert.Equal((SmtpPhase.Rcpt, DialogFault.TimedOut), (result.Outcome.Phase, result.Outcome.Fault));
    }

    [Fact]
    public async Task Connecting_has_a_bound_of_its_own()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        var waiting = Enumerable.Range(0, 4).Select(static _ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)).ToArray();
        foreach (var socket in waiting) Begin(socket, listener.LocalEndPoint!);
        var result = await Dialogs.Hold(Dialogs.Plan((IPEndPoint)listener.LocalEndPoint!) with { Limits = Dialogs.Tight with { Connect = TimeSpan.FromMilliseconds(100) } });
        foreach (var socket in waiting) socket.Dispose();
        Assert.Equal(new DialogOutcome(SmtpPhase.Connect, DialogFault.TimedOut), result.Outcome);
        Assert.Null(result.LocalAddress);
    }

    [Fact]
    public async Task Bare_line_feeds_end_lines_and_a_code_may_stand_alone()
    {
        var result = await Dialogs.With("raw: 220\\n\nC: EHLO *\nraw: 250-x\\n250 y\\n\nC: QUIT\nraw: 221\\n", static p => p with { Envelopes = [] });
        Assert.True(result.Outcome.IsComplete);
        Assert.Equal(["y"], result.Offer?.Extensions);
    }

    [Fact]
    public async Task A_server_that_hangs_at_QUIT_is_not_waited_for_and_does_no_harm()
    {
        var result = await Dialogs.With(
            "S: 220 x\nC: EHLO *\nS: 250 x\nC: QUIT\nsilent", static p => p with { Envelopes = [], Limits = Dialogs.Tight with { Quit = TimeSpan.FromMilliseconds(40) } });
        Assert.True(result.Outcome.IsComplete);
        Assert.InRange(result.Elapsed, TimeSpan.FromMilliseconds(35), TimeSpan.FromSeconds(4));
    }

    // Fills the listener's queue: nobody takes these connections, and further ones stay without an answer.
    private static void Begin(Socket socket, EndPoint to)
    {
        socket.Blocking = false;
        try
        {
            socket.Connect(to);
        }
        catch (SocketException)
        {
            // It would block: that is what is wanted.
        }
    }
}
