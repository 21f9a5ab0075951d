using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Gatepost.RealServers.Hosts;
using Gatepost.RealServers.Worlds;
using Gatepost.Relay;
using Gatepost.Relay.Proof;
using Attempt = Gatepost.Relay.Attempt;

namespace Gatepost.RealServers.Differential.OpenSmtpd;

/// <summary>Generated configurations and attempts, put to the reader's policies and to the real OpenSMTPD 6.8.0p2: both must say the same.</summary>
public class SmtpdAgreementTests : RealServersTest
{
    private const int Sessions = 8;
    private const int Envelopes = 6;
    private const int Shown = 5;

    private static readonly IPAddress s_names = NamesOf(0);
    private static readonly SmtpdCase.Outside s_outside = new();

    private readonly FeatureTable _features = new(SmtpdFeatures.All);
    private readonly ConcurrentQueue<string> _disagreements = new();
    private readonly ProofCheck _proofs;
    private int _asked;
    private static int s_tries;

    public SmtpdAgreementTests(AllWorlds worlds)
        : base(worlds) => _proofs = new ProofCheck(_features);

    [Fact]
    public async Task Every_decision_is_that_of_the_real_server()
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async worker =>
        {
            using var names = new SmtpdNames(NamesOf(worker));
            while (Volatile.Read(ref _asked) < CaseCount.Value && _disagreements.Count < Shown) await Compare(Interlocked.Increment(ref next), names);
        }));
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed.Value}, {next + 1} configurations, {_asked} decisions, {_proofs.Took.TotalSeconds:0.0} s of proofs\n{_features}");
        Assert.True(_disagreements.IsEmpty, $"seed {Seed.Value}, {_asked} decisions\n{string.Join("\n", _disagreements)}");
        Assert.True(_proofs.Contradictions.Count == 0, string.Join("\n", _proofs.Contradictions));
        if (CaseCount.IsFull) Assert.Empty(_features.Missing);
    }

    private async Task Compare(int number, SmtpdNames names)
    {
        var random = Seed.For(number);
        var @case = new SmtpdGenerator(random, 2000 + (number % 6000 * 10)).Make();
        var address = Address(number);
        var configuration = @case.Read(address);
        using var server = await Start(@case, address, names.Address, number);
        if (server is null) return;
        foreach (var feature in @case.Lines.SelectMany(static l => l.Features)) _features.Count(feature);
        var proofs = configuration.Policies.Select(p => _proofs.Ask(p, $"configuration {number}, {p.Listener.Name}")).ToList();
        for (var i = 0; i < proofs.Count; i++) await Put(proofs[i], configuration.Policies[i], SmtpdCase.EndPoint(address, @case.Ports[i]), names, $"configuration {number}");
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
                _proofs.Watch(proofs[listener], attempts[i], decision, observed[i], $"configuration {number}");
                if (Agreement.Difference(decision, observed[i]) is not { } difference) continue;
                _disagreements.Enqueue(await Describe(@case, number, port, attempts[i], difference));
                return;
            }
        }
    }

    private async Task<Daemon?> Start(SmtpdCase @case, IPAddress address, IPAddress names, int number)
    {
        try
        {
            return await SmtpdServer.Start(@case, address, names);
        }
        catch (InvalidOperationException e)
        {
            _disagreements.Enqueue($"configuration {number} is not taken by the server: {e.Message}\n{@case.Text(address)}");
            return null;
        }
    }

    // The attempt that a proof shows, put to the server by a client that has the name which it is said to have.
    private async Task Put(ProofResult result, RelayPolicy policy, IPEndPoint server, SmtpdNames names, string where)
    {
        if (result.Witness is not { Login: null, Tls: null } witness || witness.Client.AddressFamily != server.AddressFamily || !Askable.Is(witness)) return;
        names.Visitor = (witness.Client, witness.Name);
        var observed = await new SmtpAsker(server).Ask(witness);
        names.Visitor = null;
        _proofs.Put(result, Evaluator.Evaluate(policy, witness, s_outside), observed, where);
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

    private static IPAddress NamesOf(int worker) => IPAddress.Parse($"10.254.0.{53 + worker}");

    private static IPAddress NextAddress()
    {
        var number = Interlocked.Increment(ref s_tries);
        return IPAddress.Parse($"10.253.{number / 250 % 250}.{(number % 250) + 1}");
    }

    private static IPAddress Address(int number) => IPAddress.Parse($"10.252.{number / 250 % 250}.{(number % 250) + 1}");
}
