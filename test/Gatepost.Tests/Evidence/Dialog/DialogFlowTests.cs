using System.Net;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Reports;
using Gatepost.Smtp;

namespace Gatepost.Tests.Evidence.Dialog;

public class DialogFlowTests
{
    private const string Plain = """
        S: 220 mx.example.net ESMTP
        C: EHLO probe.example.org
        S: 250-mx.example.net Hello
        S: 250 8BITMIME
        C: MAIL FROM:<>
        S: 250 2.1.0 Ok
        C: RCPT TO:<a@example.com>
        S: 554 5.7.1 <a@example.com>: Relay access denied
        C: QUIT
        S: 221 2.0.0 Bye
        """;

    private const string WithTls = """
        S: 220 mx.example.net ESMTP
        C: EHLO probe.example.org
        S: 250-mx.example.net
        S: 250 STARTTLS
        C: STARTTLS
        S: 220 go
        starttls
        C: EHLO probe.example.org
        S: 250-mx.example.net
        S: 250 AUTH PLAIN LOGIN
        C: MAIL FROM:<>
        S: 250 2.1.0 Ok
        C: RCPT TO:<a@example.com>
        S: 554 5.7.1 no
        C: QUIT
        S: 221 bye
        """;

    [Fact]
    public async Task A_dialog_goes_to_RCPT_and_quits()
    {
        var result = await Dialogs.With(Plain);
        Assert.Equal(new DialogOutcome(SmtpPhase.Rcpt, DialogFault.None), result.Outcome);
        Assert.Equal("mx.example.net ESMTP", result.Banner?.Text);
        Assert.Equal("mx.example.net", result.OfferBeforeTls?.Host);
        Assert.Equal(["8BITMIME"], result.OfferBeforeTls?.Extensions);
        Assert.Null(result.OfferUnderTls);
        var answer = Assert.Single(result.Recipients);
        Assert.Equal(new RecipientAnswer(0, "a@example.com", Reply.Parse("554 5.7.1 <a@example.com>: Relay access denied")), answer);
        Assert.False(answer.IsAccepted);
        Assert.Equal(IPAddress.Loopback, result.LocalAddress?.Address);
        Assert.Equal(6, result.RoundTrips);
        Assert.InRange(result.SlowestReply, TimeSpan.FromTicks(1), result.Elapsed);
    }

    [Fact]
    public async Task The_wire_is_written_as_swaks_does()
    {
        var result = await Dialogs.With(Plain);
        Assert.Equal(
            $"""
            === Trying mx.example.net:{result.Plan.Address.Port}...
            === Connected to mx.example.net.
            <-  220 mx.example.net ESMTP
             -> EHLO probe.example.org
            <-  250-mx.example.net Hello
            <-  250 8BITMIME
             -> MAIL FROM:<>
            <-  250 2.1.0 Ok
             -> RCPT TO:<a@example.com>
            <** 554 5.7.1 <a@example.com>: Relay access denied
             -> QUIT
            <-  221 2.0.0 Bye
            === Connection closed with remote host.

            """, WireText.Format(result));
        Assert.Equal(result.Wire.Select(static l => l.At).Order(), result.Wire.Select(static l => l.At));
    }

    [Fact]
    public async Task STARTTLS_is_used_where_it_is_offered_and_EHLO_is_said_again()
    {
        var result = await Dialogs.With(WithTls);
        Assert.Equal(new DialogOutcome(SmtpPhase.Rcpt, DialogFault.None), result.Outcome);
        Assert.Equal(["STARTTLS"], result.OfferBeforeTls?.Extensions);
        Assert.Equal(["PLAIN", "LOGIN"], result.OfferUnderTls?.Mechanisms);
        var tls = Assert.IsType<TlsSession>(result.Tls);
        Assert.Equal("TLSv1.3", tls.Protocol);
        Assert.StartsWith("TLS_", tls.CipherSuite, StringComparison.Ordinal);
        Assert.Equal(["mx.example.net", "*.mail.example.net"], tls.Names);
        Assert.True(tls.NamesTheHost);
        Assert.Equal("self-signed", tls.ChainProblem);
        Assert.Equal("CN=mx.example.net", tls.Subject);
        Assert.Contains("<~* 554 5.7.1 no\n", WireText.Format(result), StringComparison.Ordinal);
        Assert.Contains(" ~> RCPT TO:<a@example.com>\n", WireText.Format(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chain_is_not_looked_at_where_that_is_not_wanted()
    {
        await using var server = new ScriptedSmtpServer(WithTls);
        var dialer = new SocketDialer(DirectRoutes.Instance, TimeProvider.System, new DialerOptions { ValidateChain = false });
        var result = await dialer.Hold(Dialogs.Plan(server.Address, "a@example.com") with { Host = "other.example" }, TestContext.Current.CancellationToken);
        Assert.Null(result.Tls?.ChainProblem);
        Assert.False(result.Tls?.NamesTheHost);
    }

    [Fact]
    public async Task Implicit_TLS_comes_before_the_greeting()
    {
        var result = await Dialogs.With("starttls\n" + Plain, static p => p with { Tls = TlsMode.Implicit });
        Assert.True(result.Outcome.IsComplete);
        Assert.Null(result.OfferBeforeTls);
        Assert.NotNull(result.OfferUnderTls);
    }

    [Fact]
    public async Task Clear_text_after_the_reply_to_STARTTLS_is_dropped_and_told()
    {
        var script = WithTls.Replace("S: 220 go", "raw: 220 go\\r\\n250-injected\\r\\n250 AUTH PLAIN\\r\\n", StringComparison.Ordinal);
        var result = await Dialogs.With(script);
        Assert.True(result.Outcome.IsComplete);
        Assert.Contains(result.Wire, static l => l.Kind == WireKind.Note && l.Text.Contains("response injection", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Wire, static l => l.Text.Contains("injected", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TLS_that_is_required_and_not_offered_ends_the_dialog()
    {
        var result = await Dialogs.With("S: 220 x\nC: EHLO *\nS: 250 x\nC: QUIT\nS: 221 x", static p => p with { Tls = TlsMode.Required });
        Assert.Equal(new DialogOutcome(SmtpPhase.Ehlo, DialogFault.TlsNotOffered), result.Outcome);
        Assert.Null(Assert.Single(result.Recipients).Reply);
    }

    [Theory]
    [InlineData("500 what")]
    [InlineData("502 5.5.2 not implemented")]
    public async Task HELO_follows_where_EHLO_is_not_understood(string reply)
    {
        var result = await Dialogs.With($"S: 220 x\nC: EHLO *\nS: {reply}\nC: HELO probe.example.org\nS: 250 mx.example.net\nC: QUIT\nS: 221 x", static p => p with { Envelopes = [] });
        Assert.Equal(new DialogOutcome(SmtpPhase.Ehlo, DialogFault.None), result.Outcome);
        Assert.Equal("mx.example.net", result.Offer?.Host);
        Assert.Empty(result.Offer!.Extensions);
    }

    [Fact]
    public async Task The_PROXY_header_goes_first()
    {
        var header = new ProxyHeader(1, IPEndPoint.Parse("192.0.2.1:1234"), IPEndPoint.Parse("192.0.2.2:25"));
        var result = await Dialogs.With("C: PROXY TCP4 192.0.2.1 192.0.2.2 1234 25\n" + Plain, p => p with { Proxy = header });
        Assert.True(result.Outcome.IsComplete);
    }

    [Fact]
    public async Task XCLIENT_starts_the_session_anew_where_it_is_offered()
    {
        var script = "S: 220 x\nC: EHLO *\nS: 250-x\nS: 250 XCLIENT NAME ADDR\nC: XCLIENT ADDR=192.0.2.9 NAME=c.example\nS: 220 x\n" + Plain[Plain.IndexOf("C: EHLO", StringComparison.Ordinal)..];
        var result = await Dialogs.With(script, static p => p with { XClient = "ADDR=192.0.2.9 NAME=c.example" });
        Assert.True(result.Outcome.IsComplete);
        Assert.Equal(["8BITMIME"], result.Offer?.Extensions);
        var without = await Dialogs.With(Plain, static p => p with { XClient = "ADDR=192.0.2.9" });
        Assert.Contains(without.Wire, static l => l.Text.StartsWith("Host did not advertise XCLIENT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_without_a_way_is_unreachable_and_a_dead_port_refuses()
    {
        await using var server = new ScriptedSmtpServer("drop");
        var plan = Dialogs.Plan(server.Address, "a@example.com");
        var unreachable = await new SocketDialer(new NoRoutes(), TimeProvider.System).Hold(plan, TestContext.Current.CancellationToken);
        Assert.Equal((SmtpPhase.Connect, DialogFault.Unreachable), (unreachable.Outcome.Phase, unreachable.Outcome.Fault));
        await server.DisposeAsync();
        var refused = await Dialogs.Hold(plan);
        Assert.Equal(new DialogOutcome(SmtpPhase.Connect, DialogFault.ConnectionRefused), refused.Outcome);
        Assert.Contains("*** Error connecting to mx.example.net:", WireText.Format(refused), StringComparison.Ordinal);
        var wrongSource = await Dialogs.Hold(plan with { Source = IPAddress.Parse("192.0.2.1") });
        Assert.Equal(DialogFault.Unreachable, wrongSource.Outcome.Fault);
        Assert.Contains("192.0.2.1", wrongSource.Outcome.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_dialog_is_timed_out()
    {
        await using var server = new ScriptedSmtpServer("silent");
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(30));
        var result = await new SocketDialer(DirectRoutes.Instance, TimeProvider.System).Hold(Dialogs.Plan(server.Address), cancel.Token);
        Assert.Equal(DialogFault.TimedOut, result.Outcome.Fault);
        Assert.True(cancel.IsCancellationRequested);
        var again = await new SocketDialer(DirectRoutes.Instance, TimeProvider.System).Hold(Dialogs.Plan(server.Address), cancel.Token);
        Assert.Equal(new DialogOutcome(SmtpPhase.Connect, DialogFault.TimedOut, "cancelled"), again.Outcome);
    }

    private sealed class NoRoutes : IRoutes
    {
        public IPEndPoint? To(IPEndPoint address) => null;
    }
}
