using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Gatepost.Mta;
using Gatepost.Mta.Exim;
using Gatepost.RealServers.Differential.Postfix;
using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.RealServers.Differential.Exim;

/// <summary>Compares Gatepost with Exim over generated cases.</summary>
internal sealed class EximComparison : IDisposable
{
    private const int Places = 2;
    private const int MostShrunk = 10;
    private const int ProvedOneIn = 3;
    private const int ProvedPort = 25;
    private static readonly IPAddress s_nameServer = IPAddress.Parse("127.0.78.53");

    private static readonly NameWorld s_world = EximWorldFiles.Names();
    private static readonly EximKnowledge s_knowledge = new(s_world);

    private readonly FakeNames _names = new(s_nameServer, s_world);
    private readonly ConcurrentQueue<EximDisagreement> _disagreements = [];
    private readonly ConcurrentQueue<int> _unstarted = [];
    private int _next;
    private int _asked;

    private readonly ProofCheck _proofs;

    public EximComparison() => _proofs = new ProofCheck(Features);

    /// <summary>What the cases were made of.</summary>
    public FeatureTable Features { get; } = new(EximGenerator.AllFeatures);

    public int Asked => _asked;

    /// <summary>The cases that Exim did not start with.</summary>
    public IReadOnlyCollection<int> Unstarted => _unstarted;

    /// <summary>What the server or the evaluator did against a proof.</summary>
    public IReadOnlyCollection<string> Contradictions => _proofs.Contradictions;

    public IReadOnlyList<EximDisagreement> Disagreements => [.. _disagreements.OrderBy(static d => d.Number)];

    public void Dispose() => _names.Dispose();

    /// <summary>Compares cases until so many decisions were made.</summary>
    public Task Run(int decisions) => Task.WhenAll(Enumerable.Range(1, Places).Select(async place =>
    {
        await Task.Yield();
        while (Volatile.Read(ref _asked) < decisions) await Compare(Interlocked.Increment(ref _next), place);
    }));

    /// <summary>Makes one disagreement of each sort small, ready for the corpus.</summary>
    public async Task<IReadOnlyList<CorpusCase>> Shrink()
    {
        var cases = new List<CorpusCase>();
        foreach (var found in Disagreements.DistinctBy(static d => d.Sort).Take(MostShrunk)) cases.Add(await Shrink(found));
        return cases;
    }

    /// <summary>Gatepost's decision on an attempt.</summary>
    private static Decision Decide(EximCase @case, int port, Attempt attempt) => Evaluator.Evaluate(Policy(Read(@case), port), attempt, s_knowledge);

    private static Configuration Read(EximCase @case) =>
        EximReader.Read(new MemoryFiles(@case.Files()), $"{EximCase.Folder}/exim.conf", new ReadingOptions { HostName = "mx.ours.test" });

    private static RelayPolicy Policy(Configuration configuration, int port) => configuration.Policies.First(p => p.Listener.Port == port);

    private async Task Compare(int number, int place)
    {
        var (@case, features) = EximGenerator.Make(number);
        using var server = await EximServer.Start(@case, place, s_nameServer);
        if (server is null)
        {
            _unstarted.Enqueue(number);
            return;
        }

        var configuration = Read(@case);
        var proved = number % ProvedOneIn == 0 ? await Prove(number, configuration, server) : null;
        foreach (var question in @case.Questions)
        {
            var answers = await server.Ask(question, @case.IsStateful);
            for (var i = 0; i < answers.Count; i++)
            {
                var envelope = question.Envelopes[i];
                var decision = Evaluator.Evaluate(Policy(configuration, question.Port), question.Attempt(envelope), s_knowledge);
                if (proved is not null && question.Port == ProvedPort) _proofs.Watch(proved, question.Attempt(envelope), decision, answers[i], $"case {number}");
                if (Agreement.Difference(decision, answers[i]) is { } difference) _disagreements.Enqueue(new EximDisagreement(number, @case, question, envelope, answers[i], difference));
            }

            Interlocked.Add(ref _asked, answers.Count);
        }

        foreach (var feature in features) Features.Count(feature);
    }

    // What the proof shows to be relayed, the real server takes.
    private async Task<ProofResult> Prove(int number, Configuration configuration, EximServer server)
    {
        var policy = Policy(configuration, ProvedPort);
        var result = _proofs.Ask(policy, $"case {number}");
        if (result.Witness is not { Name.Status: NameStatus.Missing, Login: null, Tls: null, Client.AddressFamily: AddressFamily.InterNetwork } witness || !Askable.Is(witness)
            || EximWorldFiles.Clients.Any(c => c.Address.Equals(witness.Client) && c.Name != witness.Name)) return result;
        var observed = (await server.Ask(new EximQuestion(witness, [new Envelope(witness.MailFrom, witness.RcptTo)], ProvedPort), true))[0];
        _proofs.Put(result, Evaluator.Evaluate(policy, witness, s_knowledge), observed, $"case {number}");
        return result;
    }

    private static async Task<CorpusCase> Shrink(EximDisagreement found)
    {
        var small = found;
        var question = found.Question with { Envelopes = [found.Envelope] };
        await Shrinker.Shrink(found.Case.Parts, async parts =>
        {
            var @case = found.Case with { Parts = parts, Questions = [question] };
            using var server = await EximServer.Start(@case, 99, s_nameServer);
            if (server is null) return false;
            var observed = (await server.Ask(question, true))[0];
            if (Agreement.Difference(Decide(@case, question.Port, question.Attempt(found.Envelope)), observed) is not { } difference) return false;
            var smaller = found with { Case = @case, Observed = observed, Difference = difference };
            if (smaller.Sort != found.Sort) return false;
            small = smaller;
            return true;
        }, mostTries: 80);
        var attempt = question.Attempt(small.Envelope);
        var decision = Decide(small.Case, question.Port, attempt);
        return new CorpusCase("exim", $"NN-case-{found.Number}", small.Case.Files()).With(attempt, small.Observed, decision.Class, $"{question.Port}");
    }
}
