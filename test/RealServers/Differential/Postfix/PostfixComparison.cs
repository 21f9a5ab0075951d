using System.Collections.Concurrent;
using System.Net;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>Compares Gatepost with Postfix over generated cases.</summary>
internal sealed class PostfixComparison : IDisposable
{
    /// <summary>How many questions are asked of a configuration.</summary>
    public const int QuestionsOfCase = 40;

    private const int Places = 4;
    private const int MostShrunk = 60;
    private const int ProvedOneIn = 2;
    private static readonly IPAddress s_nameServer = IPAddress.Parse("127.0.77.53");

    private readonly NameWorld _world = PostfixWorld.Names();
    private readonly FakeNames _names;
    private readonly Knowledge _knowledge;
    private readonly ConcurrentQueue<Disagreement> _disagreements = [];
    private int _next;
    private int _asked;
    private int _unstarted;

    public PostfixComparison()
    {
        _names = new FakeNames(s_nameServer, _world);
        _knowledge = new DnsKnowledge(_world);
    }

    /// <summary>What the cases were made of.</summary>
    public FeatureTable Features { get; } = new(Generator.AllFeatures);

    /// <summary>How many decisions were compared.</summary>
    public int Asked => _asked;

    /// <summary>How many configurations <c>master</c> itself did not start with.</summary>
    public int Unstarted => _unstarted;

    /// <summary>What differed, in the order of the cases.</summary>
    public IReadOnlyList<Disagreement> Disagreements => [.. _disagreements.OrderBy(static d => d.Number)];

    public void Dispose() => _names.Dispose();

    /// <summary>Compares the first cases until so many decisions were made.</summary>
    public Task Run(int decisions) => Task.WhenAll(Enumerable.Range(1, Places).Select(async place =>
    {
        await Task.Yield();
        using var postfix = await PostfixPlace.Make(place, s_nameServer);
        var oracle = new PostfixOracle(postfix, TestCertificates.WithFingerprint);
        while (Interlocked.Increment(ref _next) is var number && (number - 1) * QuestionsOfCase < decisions)
        {
            try
            {
                await Compare(oracle, number);
            }
            catch (OperationCanceledException e)
            {
                throw new InvalidOperationException($"case {number}: Postfix does not answer\n{string.Join('\n', Generator.Make(number, QuestionsOfCase).Case.Files().Texts.Select(static f => $"--- {f.Key}\n{f.Value}"))}\n{postfix.Log}", e);
            }
        }
    }));

    /// <summary>Makes one disagreement of each sort small, ready for the corpus.</summary>
    public async Task<IReadOnlyList<CorpusCase>> Shrink()
    {
        var open = new ConcurrentQueue<Disagreement>(Disagreements.DistinctBy(static d => d.Sort).Take(MostShrunk));
        var cases = new ConcurrentBag<CorpusCase>();
        await Task.WhenAll(Enumerable.Range(1, Places).Select(async place =>
        {
            using var postfix = await PostfixPlace.Make(Places + place, s_nameServer);
            var oracle = new PostfixOracle(postfix, TestCertificates.WithFingerprint);
            while (open.TryDequeue(out var found)) cases.Add(await Shrink(oracle, found));
        }));
        return [.. cases.OrderBy(static c => c.Name, StringComparer.Ordinal)];
    }

    private async Task Compare(PostfixOracle oracle, int number)
    {
        var (@case, features) = Generator.Make(number, QuestionsOfCase);
        var files = @case.Files();
        var observed = await oracle.Ask(files, @case.Questions);
        if (observed is null)
        {
            Interlocked.Increment(ref _unstarted);
            return;
        }

        var tested = new PostfixUnderTest(files, _knowledge);
        for (var i = 0; i < observed.Count; i++)
        {
            var question = @case.Questions[i];
            if (tested.Difference(question, observed[i]) is null) continue;
            var alone = await oracle.AskAlone(question);
            if (tested.Difference(question, alone) is { } difference) _disagreements.Enqueue(new Disagreement(number, @case, question, alone, difference));
        }

        if (number % ProvedOneIn == 0)
            foreach (var (question, answer, difference) in await new ProofCheck(@case, tested, _world, Features).Differences(observed, oracle.AskAlone))
                _disagreements.Enqueue(new Disagreement(number, @case, question, answer, difference));

        Interlocked.Add(ref _asked, observed.Count);
        foreach (var feature in features) Features.Count(feature);
    }

    private async Task<CorpusCase> Shrink(PostfixOracle oracle, Disagreement found)
    {
        var small = found;
        await Shrinker.Shrink(found.Case.Parts, async parts =>
        {
            var @case = found.Case with { Parts = [.. parts], Questions = [found.Question] };
            if (await oracle.Ask(@case.Files(), @case.Questions) is not [var observed]) return false;
            if (new PostfixUnderTest(@case.Files(), _knowledge).Difference(found.Question, observed) is not { } difference) return false;
            var smaller = found with { Case = @case, Observed = observed, Difference = difference };
            if (smaller.Sort != found.Sort) return false;
            small = smaller;
            return true;
        });
        var decision = new PostfixUnderTest(small.Case.Files(), _knowledge).Decide(small.Question);
        return new CorpusCase("postfix", $"NN-case-{found.Number}", small.Case.Files().Texts).With(small.Question.Attempt, small.Observed, decision.Class, small.Question.Listener);
    }
}
