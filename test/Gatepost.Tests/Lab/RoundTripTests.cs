using System.Diagnostics;
using Gatepost.Evidence;
using Gatepost.Lab;

namespace Gatepost.Tests.Lab;

/// <summary>A whole diagnosis takes no more round trips than its questions depend on each other, and one.</summary>
public class RoundTripTests
{
    private const QuestionKind Everything = QuestionKind.MailRouting | QuestionKind.RecipientTaken | QuestionKind.Ports;

    // MX, then addresses; then the dialog with the slowest host, whose connecting and TLS the lab does not delay.
    private const int DnsRounds = 2;

    [Theory]
    [InlineData("forgotten-domain")]
    [InlineData("stale-mx")]
    [InlineData("migration")]
    [InlineData("backup-mx-refuses")]
    public async Task A_whole_diagnosis_waits_no_longer_than_it_must(string name)
    {
        var latency = TimeSpan.FromMilliseconds(200);
        await using var lab = RunningLab.Open(LabWorlds.All.First(w => w.Name == name), new LabOptions { Latency = latency });
        var examiner = new LabExaminer(lab);
        var prober = new Prober(examiner.Dns, examiner.Dialer, examiner.Options, TimeProvider.System);
        var target = lab.World.Target!;
        var watch = Stopwatch.StartNew();
        var observations = await prober.Gather(new Inquiry(Everything) { Domain = target[(target.IndexOf('@') + 1)..], Recipient = target }, TestContext.Current.CancellationToken);
        var rounds = watch.Elapsed / latency;
        // The walk to the name servers (root, registry, servers) may be what an MX host of another server's set depends on.
        var walked = observations.MxHosts.Count > observations.Domain!.Hosts.Count ? 2 : 0;
        var forced = DnsRounds + walked + observations.MxDialogs.Concat(observations.PortDialogs).Max(static d => d.RoundTrips);
        Assert.True(rounds <= forced + 1, $"{rounds:0.0} round trips, {forced} forced");
    }
}
