using System.Net.Sockets;
using System.Text;
using Gatepost.Relay;
using Gatepost.Relay.Proof;
using Attempt = Gatepost.Relay.Attempt;

namespace Gatepost.RealServers.Differential.Sendmail;

/// <summary>Compares decisions with those of the real server.</summary>
internal sealed class SendmailComparison(FeatureTable table, SendmailDns names)
{
    private const int Sessions = 8;
    private static readonly SendmailKnowledge s_knowledge = new();

    private static readonly string[] s_ownNames = ["own.test", SendmailWorld.Own, "localhost", "second.test"];

    private readonly ProofCheck _proofs = new(table);

    /// <summary>How long all proofs took.</summary>
    public TimeSpan ProofsTook => _proofs.Took;

    /// <summary>What the server did against a proof.</summary>
    public IReadOnlyCollection<string> Contradictions => _proofs.Contradictions;

    /// <summary>Differences, each with its configuration made small.</summary>
    public List<string> Differences { get; } = [];

    public int Compared { get; private set; }

    /// <summary>Makes one configuration and puts attempts to it.</summary>
    public async Task Run(int number)
    {
        var generator = new SendmailGenerator(Seed.For(number));
        var made = generator.Case();
        foreach (var part in made.Parts) table.Count(part.Feature);
        var asked = Enumerable.Range(0, Sessions).Select(_ => generator.Session(made, table)).ToList();
        List<(string Listener, Attempt Attempt, string Difference)> wrong = [];
        using (var oracle = await SendmailOracle.Start(made))
        {
            var configuration = made.Read();
            var generated = made.ReadCf(oracle.MadeByM4);
            var proofs = configuration.Policies.ToDictionary(static p => p.Listener.Name, p => _proofs.Ask(p, $"case {number}"), StringComparer.Ordinal);
            foreach (var (listener, result) in proofs) await Put(result, configuration, listener, oracle, $"case {number}");
            foreach (var (listener, client, envelopes) in asked)
            {
                var observed = await oracle.Ask(listener, client, envelopes);
                for (var i = 0; i < envelopes.Count; i++)
                {
                    Compared++;
                    var attempt = client with { MailFrom = envelopes[i].From, RcptTo = envelopes[i].To };
                    // A proof supposes that no stranger has an own name.
                    if (!s_ownNames.Contains(attempt.Name.Name)) _proofs.Watch(proofs[listener], attempt, Decide(configuration, listener, attempt), observed[i], $"case {number}");
                    if (Difference(configuration, listener, attempt, observed[i]) is { } difference) wrong.Add((listener, attempt, difference));
                    else if (Differences.Count < 20 && Difference(generated, listener, attempt, observed[i]) is { } cf) Differences.Add($"case {number}, read from sendmail.cf: {cf}\n{made.Files["sendmail.mc"]}\n{made.Files.GetValueOrDefault("access")}\n{CorpusCase.Line(attempt, listener)}");
                }
            }
        }

        foreach (var group in wrong.GroupBy(static w => w.Difference).Take(2)) Differences.Add(await Shrink(number, made, group.First()));
    }

    /// <summary>The difference between a decision and what the server did; null where there is none.</summary>
    public static string? Difference(Mta.Configuration configuration, string listener, Attempt attempt, Observed observed) =>
        Agreement.Difference(Decide(configuration, listener, attempt), observed);

    private static Decision Decide(Mta.Configuration configuration, string listener, Attempt attempt) =>
        Evaluator.Evaluate(configuration.Policies.Single(p => p.Listener.Name == listener), attempt, s_knowledge);

    // The attempt that a proof shows, put to the server by a client that has the name which it is said to have.
    private async Task Put(ProofResult result, Mta.Configuration configuration, string listener, SendmailOracle oracle, string where)
    {
        if (result.Witness is not { Login: null, Tls: null, Client.AddressFamily: AddressFamily.InterNetwork } witness || !Askable.Is(witness)) return;
        names.Visitor = (witness.Client, witness.Name);
        var observed = (await oracle.Ask(listener, witness, [new Envelope(witness.MailFrom, witness.RcptTo)]))[0];
        names.Visitor = null;
        _proofs.Put(result, Decide(configuration, listener, witness), observed, where);
    }

    private static async Task<string> Shrink(int number, SendmailCase made, (string Listener, Attempt Attempt, string Difference) wrong)
    {
        var (listener, attempt, first) = wrong;
        Observed? observed = null;
        string? difference = null;
        async Task<bool> Fails(IReadOnlyList<SendmailPart> parts)
        {
            var smaller = new SendmailCase(parts);
            if (!smaller.Files["sendmail.mc"].Contains($"Name={listener}", StringComparison.Ordinal)) return false;
            using var oracle = await SendmailOracle.Start(smaller);
            var answer = (await oracle.Ask(listener, attempt, [new Envelope(attempt.MailFrom, attempt.RcptTo)]))[0];
            if (Difference(smaller.Read(), listener, attempt, answer) is not { } found) return false;
            (observed, difference) = (answer, found);
            return true;
        }

        var parts = await Shrinker.Shrink(made.Parts, Fails, mostTries: 60);
        if (observed is null) return $"case {number}: {first}; it does not come again: {CorpusCase.Line(attempt, listener)}";
        var shrunk = new SendmailCase(parts);
        var text = new StringBuilder($"case {number}: {difference}\n");
        text.Append(new CorpusCase("sendmail", $"{number}", shrunk.Files).With(attempt, observed, null, listener));
        return text.ToString();
    }
}
