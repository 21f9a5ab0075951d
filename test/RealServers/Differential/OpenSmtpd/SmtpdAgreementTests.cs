using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Gatepost.RealServers.Hosts;
using Gatepost.RealServers.Worlds;
using Gatepost.Relay;
using Attempt = Gatepost.Relay.Attempt;

namespace Gatepost.RealServers.Differential.OpenSmtpd;

/// <summary>Generated configurations and attempts, put to the reader's policies and to the real OpenSMTPD 6.8.0p2: both must say the same.</summary>
public class SmtpdAgreementTests(AllWorlds worlds) : RealServersTest(worlds)
{
    private const int Sessions = 8;
    private const int Envelopes = 6;
    private const int Shown = 5;

    private static readonly IPAddress s_names = IPAddress.Parse("10.254.0.53");
    private static readonly SmtpdCase.Outside s_outside = new();

    private readonly FeatureTable _features = new(SmtpdFeatures.All);
    private readonly ConcurrentQueue<string> _disagreements = new();
    private int _asked;
    private static int s_tries;

    [Fact]
    public async Task Every_decision_is_that_of_the_real_server()
    {
        using var names = new SmtpdNames(s_names);
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async worker =>
        {
            while (Volatile.Read(ref _asked) < CaseCount.Value && _disagreements.Count < Shown) await Compare(Interlocked.Increment(ref next));
        }));
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed.Value}, {next + 1} configurations, {_asked} decisions\n{_features}");
        Assert.True(_disagreements.IsEmpty, $"seed {Seed.Value}, {_asked} decisions\n{string.Join("\n", _disagreements)}");
        if (CaseCount.IsFull) Assert.Empty(_features.Missing);
    }

    private async Task Compare(int number)
    {
        var random = Seed.For(number);
        var @case = new SmtpdGenerator(random, 2000 + (number % 6000 * 10)).Make();
        var address = Address(number);
        var configuration = @case.Read(address);
        using var server = await Start(@case, address, number);
        if (server is null) return;
        foreach (var feature in @case.Lines.SelectMany(static l => l.Features)) _features.Count(feature);
        for (var s = 0; s < Sessions; s++)
        {
            var listener = random.Next(@case.Ports.Length);
            var port = @case.Ports[listener];
            var attempts = SmtpdAttempts.Session(random, SmtpdCase.IsV6(port), Envelopes);
            var observed = await Ask(address, port, attempts);
            for (var i = 0; i < attempts.Count; i++)
            {
                Interlocked.Increment(ref _asked);
                _features.Count(SmtpdAttempts.Form(attempts[i]));
                _features.Count($"client name {attempts[i].Name.Status}");
                _features.Count($"answer {(observed[i].IsAccepted ? "250" : observed[i].Code?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "closed")}");
                var decision = Evaluator.Evaluate(configuration.Policies[listener], attempts[i], s_outside);
                if (Agreement.Difference(decision, observed[i]) is not { } difference) continue;
                _disagreements.Enqueue(await Describe(@case, number, port, attempts[i], difference));
                return;
            }
        }
    }

    private async Task<Daemon?> Start(SmtpdCase @case, IPAddress address, int number)
    {
        try
        {
            return await SmtpdServer.Start(@case, address, s_names);
        }
        catch (InvalidOperationException e)
        {
            _disagreements.Enqueue($"configuration {number} is not taken by the server: {e.Message}\n{@case.Text(address)}");
            return null;
        }
    }

    private async Task<string> Describe(SmtpdCase @case, int number, int port, Attempt attempt, string difference)
    {
        var lines = await Shrinker.Shrink([.. @case.Lines], async lines => await Disagrees(@case with { Lines = [.. lines] }, port, attempt) is not null, mostTries: 40);
        var small = @case with { Lines = [.. lines] };
        var address = NextAddress();
        var observed = (await Disagrees(small, port, attempt))?.Observed;
        var text = new StringBuilder($"configuration {number}: {difference}\n{attempt}\n");
        var files = small.Files.Where(f => small.Text(address).Contains($"/{f.Key}", StringComparison.Ordinal)).ToDictionary(static f => $"{SmtpdServer.Folder}/{f.Key}", static f => f.Value);
        files["smtpd.conf"] = small.Text(address);
        return text.Append(observed is null ? "" : new CorpusCase("opensmtpd", "NN-name", files).With(attempt, observed, null, $"{SmtpdCase.EndPoint(address, port)}").ToString()).ToString();
    }

    private static async Task<(string Difference, Observed Observed)?> Disagrees(SmtpdCase @case, int port, Attempt attempt)
    {
        var listener = @case.Ports.IndexOf(port);
        if (listener < 0) return null;
        // A server that is ending may still hold the ports of its address.
        var address = NextAddress();
        var policies = @case.Read(address).Policies;
        if (listener >= policies.Length) return null;
        try
        {
            using var server = await SmtpdServer.Start(@case, address, s_names);
            var observed = (await Ask(address, port, [attempt]))[0];
            return Agreement.Difference(Evaluator.Evaluate(policies[listener], attempt, s_outside), observed) is { } difference ? (difference, observed) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Task<IReadOnlyList<Observed>> Ask(IPAddress address, int port, IReadOnlyList<Attempt> attempts) =>
        new SmtpAsker(SmtpdCase.EndPoint(address, port)).Ask(attempts[0], [.. attempts.Select(static a => new Envelope(a.MailFrom, a.RcptTo))]);

    private static IPAddress NextAddress()
    {
        var number = Interlocked.Increment(ref s_tries);
        return IPAddress.Parse($"10.253.{number / 250 % 250}.{(number % 250) + 1}");
    }

    private static IPAddress Address(int number) => IPAddress.Parse($"10.252.{number / 250 % 250}.{(number % 250) + 1}");
}
