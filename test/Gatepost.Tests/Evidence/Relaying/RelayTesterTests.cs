using System.Net;
using CsCheck;
using Gatepost.Evidence.Relaying;

namespace Gatepost.Tests.Evidence.Relaying;

public class RelayTesterTests
{
    [Fact]
    public async Task Without_consent_nothing_is_sent()
    {
        var dialer = Servers.Open;
        var refused = await RelayConsent.Ask(new TextDns([]), "mx.example.net", null, CancellationToken.None);
        var test = await new RelayTester(dialer, TimeProvider.System).Test(Servers.Target, refused, new Random(1), CancellationToken.None);
        Assert.Empty(dialer.Plans);
        Assert.Equal(RelayState.Unknown, test.Verdict.State);
    }

    [Fact]
    public async Task Every_form_is_asked_once_and_no_session_is_refused_more_than_eight_times()
    {
        var dialer = Servers.Closed;
        var test = await Servers.Test(dialer, Servers.Target with { LocalDomains = ["example.net", "example.org"] });
        Assert.Equal(Enumerable.Range(1, 32), test.Forms.Select(static f => f.Probe.Number));
        Assert.All(test.Forms, static f => Assert.NotNull(f.Reply));
        Assert.All(dialer.Refusals, static r => Assert.InRange(r, 0, 8));
        Assert.InRange(dialer.MostAtOnce, 1, 3);
        Assert.All(dialer.Plans, static p => Assert.Equal(8, p.Limits.Refusals));
    }

    [Fact]
    public async Task One_seed_gives_one_test()
    {
        var (one, two) = (Servers.Closed, Servers.Closed);
        await Servers.Test(one);
        await Servers.Test(two);
        Assert.Equal(one.Plans.SelectMany(static p => p.Envelopes).SelectMany(static e => e.Recipients), two.Plans.SelectMany(static p => p.Envelopes).SelectMany(static e => e.Recipients));
    }

    [Fact]
    public async Task A_token_that_is_cancelled_ends_the_test()
    {
        var dialer = Servers.Closed;
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        var test = await new RelayTester(dialer, TimeProvider.System).Test(Servers.Target, RelayConsent.OfOperator, new Random(1), cancel.Token);
        Assert.Single(dialer.Plans);
        Assert.Equal(RelayState.Unknown, test.Verdict.State);
    }

    private sealed record Policy(bool Relays, bool TrustsSender, bool PercentHack, bool TakesUnknown, bool LooksUp, bool Greylists, bool Blocks, bool Inside);

    private static readonly Gen<Policy> Policies =
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, static (a, b, c, d, e, f, g, h) => new Policy(a, b, c, d, e, f, g, h));

    private static PolicyDialer Server(Policy p, int defersEvery)
    {
        var asked = 0;
        return new((from, to) =>
            p.Blocks ? "554 5.7.1 Client host blocked"
            : p.Greylists && asked++ % defersEvery == 0 ? "450 4.2.0 Greylisted"
            : p.PercentHack && to.Contains("test%", StringComparison.Ordinal) ? "250 Ok"
            : Servers.Own(to) is { } own ? p.TakesUnknown ? "250 Ok" : own
            : p.LooksUp && to.EndsWith(".invalid", StringComparison.Ordinal) ? "550 5.1.2 Domain not found"
            : p.Relays || (p.TrustsSender && from.EndsWith("example.net", StringComparison.Ordinal)) ? "250 Ok" : Servers.Refusal)
        {
            Local = new IPEndPoint(IPAddress.Parse(p.Inside ? "192.0.2.9" : "198.51.100.7"), 1),
        };
    }

    [Fact]
    public async Task A_verdict_is_never_wrong_about_a_policy() =>
        await Gen.Select(Policies, Gen.Int[1, 9]).SampleAsync(
            async (policy, defersEvery) =>
            {
                var state = (await Servers.Test(Server(policy, defersEvery))).Verdict.State;
                var relays = (policy.Relays || policy.TrustsSender || policy.PercentHack) && !policy.Blocks;
                if (state == RelayState.Relays) Assert.True(relays && !policy.TakesUnknown && !policy.Inside);
                if (state == RelayState.Refuses) Assert.True(!relays && !policy.Greylists && !policy.Blocks);
                if (!policy.Greylists && !policy.Blocks && !policy.TakesUnknown && !policy.Inside)
                    Assert.Equal(relays ? RelayState.Relays : RelayState.Refuses, state);
            },
            iter: 500);
}
