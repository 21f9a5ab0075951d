using System.Collections.Concurrent;
using System.Diagnostics;
using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.RealServers.Differential;

/// <summary>Holds what is proved of generated policies against what the real server does. Many threads may use it at once.</summary>
/// <param name="features">Where the results are counted.</param>
internal sealed class ProofCheck(FeatureTable features)
{
    private readonly ConcurrentQueue<string> _contradictions = [];
    private long _ticks;

    /// <summary>What the real server did against a proof, in words.</summary>
    public IReadOnlyCollection<string> Contradictions => _contradictions;

    /// <summary>How long all proofs took.</summary>
    public TimeSpan Took => new(Volatile.Read(ref _ticks));

    /// <summary>Asks whether a policy relays for strangers.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="where">The configuration in words.</param>
    public ProofResult Ask(RelayPolicy policy, string where)
    {
        var start = Stopwatch.GetTimestamp();
        var result = OpenRelayQuestion.Ask(policy);
        Interlocked.Add(ref _ticks, Stopwatch.GetElapsedTime(start).Ticks);
        features.Count($"proof {result.Status}");
        if (result.IsContradicted) _contradictions.Enqueue($"{where}: the evaluator decides the witness otherwise: {result.Witness}");
        return result;
    }

    /// <summary>What the server does with the attempt that a result shows.</summary>
    /// <param name="result">The result, with an attempt.</param>
    /// <param name="decision">What the evaluator makes of it with what is known of the outside.</param>
    /// <param name="observed">What the server did.</param>
    /// <param name="where">The configuration in words.</param>
    public void Put(ProofResult result, Decision decision, Observed observed, string where)
    {
        var isWitness = result.Status == ProofStatus.Witness;
        features.Count(isWitness ? "witness put to the server" : "unsure attempt put to the server");
        if (isWitness && observed.IsAccepted) return;
        // What the outside answers here may be otherwise than a proof may suppose; the evaluator knows it.
        if (Agreement.Difference(decision, observed) is { } difference) _contradictions.Enqueue($"{where}: {result.Status} {result.Witness}: {difference}");
        else if (isWitness) features.Count("witness refused, as the outside is here");
    }

    /// <summary>Looks whether the server accepted what was proved to be refused.</summary>
    /// <param name="result">What is known of the policy.</param>
    /// <param name="attempt">An attempt that was put to the server.</param>
    /// <param name="decision">The evaluator's decision.</param>
    /// <param name="observed">What the server did.</param>
    /// <param name="where">The configuration in words.</param>
    public void Watch(ProofResult result, Attempt attempt, Decision decision, Observed observed, string where)
    {
        if (result.Status != ProofStatus.Proved || !IsStranger(attempt)) return;
        features.Count("stranger at a proved server");
        if (observed.IsAccepted && decision is { Class: AddressClass.Other, IsDiscarded: false }) _contradictions.Enqueue($"{where}: proved, and the server accepts {attempt}");
    }

    private static bool IsStranger(Attempt attempt) =>
        attempt is { Login: null, Tls: null } && !Strangers.Loopback.Concat(Strangers.PrivateRanges).Any(n => n.Contains(attempt.Client));
}
