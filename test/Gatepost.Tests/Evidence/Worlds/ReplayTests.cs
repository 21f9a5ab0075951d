using System.Buffers;
using System.Net;
using System.Text;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Evidence.Relaying;
using Gatepost.Evidence.Worlds;
using Gatepost.Smtp;
using Gatepost.Tests.Evidence.Relaying;

namespace Gatepost.Tests.Evidence.Worlds;

public class ReplayTests
{
    private static readonly IPEndPoint Server = new(IPAddress.Parse("192.0.2.1"), 25);

    private static DialogPlan Ask(params string[] recipients) => new("mx.example.net", Server, "probe.example") { Envelopes = [new Envelope("", recipients)] };

    private static World Again(World world)
    {
        var output = new ArrayBufferWriter<byte>();
        WorldWriter.Write(world, output);
        return WorldReader.Read(output.WrittenMemory).World!;
    }

    private static async Task<World> Record(params DialogPlan[] plans)
    {
        var dialer = new RecordingDialer(new PolicyDialer(static (_, to) => Servers.Own(to) ?? Servers.Refusal));
        foreach (var plan in plans) await dialer.Hold(plan, CancellationToken.None);
        return new World { Dialogs = dialer.Dialogs };
    }

    [Fact]
    public async Task A_relay_test_gives_the_same_verdict_against_its_recording()
    {
        var recording = new RecordingDialer(Servers.Open);
        var live = await new RelayTester(recording, TimeProvider.System).Test(Servers.Target, RelayConsent.OfOperator, new Random(1), CancellationToken.None);
        var replayed = await new RelayTester(new RecordedDialer(Again(new World { Dialogs = recording.Dialogs })), TimeProvider.System)
            .Test(Servers.Target, RelayConsent.OfOperator, new Random(1), CancellationToken.None);
        Assert.Equal(live.Forms, replayed.Forms);
        Assert.Equal(live.Controls, replayed.Controls);
        Assert.Equal(live.Verdict.Reasons, replayed.Verdict.Reasons);
    }

    [Fact]
    public async Task DNS_is_replayed_by_name_type_server_and_flags_with_its_time()
    {
        var at = DateTimeOffset.Parse("2026-11-25T18:00:00.1234567Z");
        var query = new DnsQuery("example.net", DnsType.Mx);
        var response = new DnsResponse(query, DnsOutcome.Answer) { ObservedAt = at, Answers = [new DnsRecord("example.net", DnsType.Mx, 60, new DnsData.Mx(10, "mx.example.net"))] };
        var dns = new RecordedDns(Again(new World { Responses = [response] }));
        var again = await dns.Ask(query with { Name = "Example.NET" }, CancellationToken.None);
        Assert.Equal(at, again.ObservedAt);
        Assert.Equal("mx.example.net", Assert.Single(again.Data<DnsData.Mx>()).Exchange);
        foreach (var other in new[] { query with { Type = DnsType.A }, query with { CheckingDisabled = true }, query with { DnssecOk = true }, query.At(new IPEndPoint(IPAddress.Loopback, 53)), query with { Name = "example.org" } })
            Assert.Equal(DnsOutcome.NotAsked, (await dns.Ask(other, CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task A_dialog_is_replayed_as_it_was_held()
    {
        var world = Again(await Record(Ask("pat@example.org"), Ask("postmaster@example.net")));
        var result = await new RecordedDialer(world).Hold(Ask("postmaster@example.net"), CancellationToken.None);
        Assert.Equal(250, Assert.Single(result.Recipients).Reply?.Code);
        Assert.True(result.Outcome.IsComplete);
    }

    [Fact]
    public async Task The_nearest_dialog_answers_only_what_it_was_asked()
    {
        var dialer = new RecordedDialer(Again(await Record(Ask("pat@example.org", "postmaster@example.net"))));
        var part = await dialer.Hold(Ask("postmaster@example.net") with { Tls = TlsMode.None }, CancellationToken.None);
        Assert.Equal(250, Assert.Single(part.Recipients).Reply?.Code);
        Assert.True(part.Outcome.IsComplete);
        var more = await dialer.Hold(Ask("postmaster@example.net", "someone@example.org"), CancellationToken.None);
        Assert.Equal([250, null], more.Recipients.Select(static r => r.Reply?.Code));
        Assert.Equal(DialogFault.NotTried, more.Outcome.Fault);
        var look = await dialer.Hold(Ask() with { Envelopes = [] }, CancellationToken.None);
        Assert.Empty(look.Recipients);
        Assert.Equal("mx.example.net", look.Offer?.Host);
    }

    [Fact]
    public async Task What_was_not_dialled_is_not_tried()
    {
        var result = await new RecordedDialer(new World()).Hold(Ask("a@example.org"), CancellationToken.None);
        Assert.Equal(new DialogOutcome(SmtpPhase.Connect, DialogFault.NotTried, result.Outcome.Detail), result.Outcome);
    }

    [Fact]
    public async Task No_secret_is_recorded()
    {
        var world = await Record(Ask("a@example.org") with { Login = new Login("pat", "hunter2") });
        Assert.Null(world.Dialogs[0].Plan.Login);
        var output = new ArrayBufferWriter<byte>();
        var dialog = world.Dialogs[0];
        WorldWriter.Write(world with { Dialogs = [dialog with { Plan = dialog.Plan with { Login = new Login("pat", "hunter2") } }] }, output);
        Assert.DoesNotContain("hunter2", Encoding.UTF8.GetString(output.WrittenSpan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_is_bounded_and_says_so()
    {
        var dns = new RecordingDns(new TextDns(new() { ["a"] = "x" }), most: 2);
        await Parallel.ForAsync(0, 50, async (_, cancel) => Assert.Equal(DnsOutcome.Answer, (await dns.Ask(new DnsQuery("a", DnsType.Txt), cancel)).Outcome));
        Assert.Equal(2, dns.Responses.Count);
        Assert.False(dns.IsComplete);
        Assert.True(new RecordingDns(new TextDns([])).IsComplete);
    }

    [Fact]
    public async Task Redaction_takes_the_people_and_leaves_the_rest()
    {
        var world = WorldRedaction.Of((await Record(Ask("Pat.Doe+tag@example.org", "postmaster@example.net", "\"pat doe\"@example.org"))) with
        {
            Target = "pat.doe+tag@example.org", Input = new WorldInput("bounce.eml", "To: <pat.doe+tag@example.org>, ann@example.org; 10 @ noon"),
        });
        Assert.Equal("user1@example.org", world.Target);
        Assert.Equal("To: <user1@example.org>, user2@example.org; 10 @ noon", world.Input!.Text);
        Assert.Equal(["user1@example.org", "postmaster@example.net", "user3@example.org"], world.Dialogs[0].Plan.Envelopes[0].Recipients);
        Assert.Equal(["user1@example.org", "postmaster@example.net", "user3@example.org"], world.Dialogs[0].Recipients.Select(static r => r.Recipient));
    }
}
