using System.Net;
using Gatepost.Evidence.Bulk;
using Gatepost.Evidence.Dialog;
using Gatepost.Smtp;

namespace Gatepost.Tests.Evidence.Bulk;

public sealed class PacedDialerTests
{
    private sealed class Gate : ISmtpDialer
    {
        private readonly Queue<TaskCompletionSource> _open = new();

        public int Started { get; private set; }

        public async ValueTask<DialogResult> Hold(DialogPlan plan, CancellationToken cancel)
        {
            Started++;
            var end = new TaskCompletionSource();
            _open.Enqueue(end);
            await end.Task;
            return new DialogResult(plan, new DialogOutcome(SmtpPhase.Rcpt, DialogFault.None));
        }

        public void EndOne() => _open.Dequeue().SetResult();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DialogPlan Plan(string host, string address = "192.0.2.1") => new(host, new IPEndPoint(IPAddress.Parse(address), 25), "mail.example.com");

    [Fact]
    public async Task A_provider_gets_one_connection_at_a_time_and_a_second_apart()
    {
        var time = new ManualTime();
        var gate = new Gate();
        var dialer = new PacedDialer(gate, TimeSpan.FromSeconds(1), time);
        var first = dialer.Hold(Plan("mx1.example.net"), Cancel).AsTask();
        var second = dialer.Hold(Plan("mx2.example.net"), Cancel).AsTask();
        var other = dialer.Hold(Plan("mx.example.org"), Cancel).AsTask();
        Assert.Equal(2, gate.Started);
        gate.EndOne();
        await first;
        while (time.Waiting == 0) await Task.Yield();
        time.Advance(TimeSpan.FromSeconds(0.9));
        Assert.Equal(2, gate.Started);
        time.Advance(TimeSpan.FromSeconds(0.1));
        while (gate.Started < 3) await Task.Yield();
        gate.EndOne();
        gate.EndOne();
        await Task.WhenAll(second, other);
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_told_so_and_holds_nobody_up()
    {
        var gate = new Gate();
        var dialer = new PacedDialer(gate, TimeSpan.Zero, TimeProvider.System);
        var first = dialer.Hold(Plan("192.0.2.1"), Cancel).AsTask();
        using var cancel = new CancellationTokenSource();
        var second = dialer.Hold(Plan("192.0.2.77", "192.0.2.77"), cancel.Token).AsTask();
        await cancel.CancelAsync();
        Assert.Equal(DialogFault.TimedOut, (await second).Outcome.Fault);
        Assert.Equal(1, gate.Started);
        gate.EndOne();
        await first;
        var third = dialer.Hold(Plan("192.0.2.2", "192.0.2.2"), Cancel).AsTask();
        while (gate.Started < 2) await Task.Yield();
        gate.EndOne();
        await third;
    }

    [Theory]
    [InlineData("aspmx.l.google.com", "192.0.2.1", "google.com")]
    [InlineData("mx1.example.co.uk", "192.0.2.1", "example.co.uk")]
    [InlineData("192.0.2.77", "192.0.2.77", "192.0.2.0/24")]
    [InlineData("mail", "2001:db8:1:2::3", "2001:db8:1::/48")]
    public void Who_a_provider_is(string host, string address, string provider) => Assert.Equal(provider, Provider.Of(host, IPAddress.Parse(address)));
}
