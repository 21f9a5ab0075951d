using System.Net;
using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>
/// Holds what the proof says of a configuration against the real server: an open one takes the witness, and of a closed one no stranger's attempt to relay was taken.
/// </summary>
internal sealed class ProofCheck(PostfixCase @case, PostfixUnderTest tested, NameWorld world, FeatureTable features)
{
    private static readonly IPNetwork[] s_trusted = [.. Strangers.Loopback, .. Strangers.PrivateRanges];

    /// <summary>The questions that the real server answered otherwise than the proof says.</summary>
    /// <param name="observed">What it answered to the questions of the case.</param>
    /// <param name="ask">Asks it one more.</param>
    public async Task<IReadOnlyList<(PostfixQuestion Question, Observed Observed, string Difference)>> Differences(IReadOnlyList<Observed> observed, Func<PostfixQuestion, Task<Observed>> ask)
    {
        var differences = new List<(PostfixQuestion, Observed, string)>();
        foreach (var policy in tested.Configuration.Policies)
        {
            var result = OpenRelayQuestion.Ask(policy);
            features.Count(result.IsContradicted ? "proof contradicted" : $"proof {result.Status}");
            var listener = policy.Listener.Name;
            if (result is { IsContradicted: true, Witness: { } contradicting }) differences.Add((new PostfixQuestion(listener, contradicting), Observed.Closed(Smtp.SmtpPhase.Connect), "the evaluator decides the witness of the proof otherwise"));
            if (result.Status == ProofStatus.Proved) differences.AddRange(Relayed(policy, observed));
            if (result is not { Status: ProofStatus.Witness, Witness: { } witness }) continue;
            if (!CanBeAsked(witness))
            {
                features.Count("witness that this world has no client for");
                continue;
            }

            features.Count("witness asked");
            var question = new PostfixQuestion(listener, witness);
            var answer = await ask(question);
            if (Difference(question, answer, result) is { } difference) differences.Add((question, answer, difference));
        }

        return differences;
    }

    private string? Difference(PostfixQuestion question, Observed answer, ProofResult result) => tested.Difference(question, answer)
        ?? (result.Suppositions.IsEmpty && !answer.IsAccepted ? $"the witness of the proof is accepted, and the server answers {answer}" : null);

    private IEnumerable<(PostfixQuestion, Observed, string)> Relayed(RelayPolicy policy, IReadOnlyList<Observed> observed)
    {
        for (var i = 0; i < observed.Count; i++)
        {
            var question = @case.Questions[i];
            if (question.Listener != policy.Listener.Name || !IsStranger(question.Attempt)) continue;
            var recipient = policy.Addressing.Recipient(question.Attempt.RcptTo);
            var decision = tested.Decide(question);
            if (recipient.IsAlwaysAccepted || recipient.Domain.Length == 0 || decision.Class is not AddressClass.Other || decision.IsDiscarded) continue;
            features.Count("stranger's attempt to relay at a server proved closed");
            if (observed[i].IsAccepted) yield return (question, observed[i], "the server relays for a stranger, and the proof says that it does for none");
        }
    }

    private static bool IsStranger(Attempt attempt) =>
        attempt is { Login: null, Tls: null or { Fingerprint: null } } && !Array.Exists(s_trusted, n => n.Contains(attempt.Client));

    // The witness' client has to be in DNS as the witness says, and to say what can be said.
    private bool CanBeAsked(Attempt witness) =>
        witness is { Login: null, Tls: null, Helo: not "", Name.Status: NameStatus.Missing } && world.Find(NameWorld.Reverse(witness.Client), RecordType.Ptr) is { IsFailure: false, Records.Count: 0 };
}
