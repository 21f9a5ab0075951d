using Gatepost.Mta;
using Gatepost.Relay;
using Gatepost.Relay.Proof;
using Gatepost.Relay.Questions;

namespace Gatepost.Audits;

/// <summary>Checks a questions file against a configuration.</summary>
public static class Assertions
{
    /// <summary>A result for every question that has an expectation, and for every claim, in the order of the file.</summary>
    public static IReadOnlyList<AssertionResult> Check(QuestionFile file, Configuration configuration, AuditOptions options, Knowledge knowledge)
    {
        var proofs = new Dictionary<RelayPolicy, PolicyProof>(ReferenceEqualityComparer.Instance);
        List<AssertionResult> results = [];
        foreach (var question in file.Lines)
        {
            if (question.Expected is not null) results.Add(Decide(question, configuration, knowledge));
            else if (question.Claim is { } claim) results.Add(Prove(question, claim, configuration, p => proofs.TryGetValue(p, out var made) ? made : proofs[p] = new PolicyProof(p, options.ProofOf(configuration))));
        }

        return results;
    }

    private static AssertionResult Decide(QuestionLine question, Configuration configuration, Knowledge knowledge)
    {
        var wanted = question.Attempt!.Listener;
        if (PolicyChoice.Of(configuration, wanted) is not { } policy)
            return new AssertionResult(question, false, $"there is no listener {wanted}", null, null);
        var decision = Evaluator.Evaluate(policy, question.Attempt.Attempt, knowledge);
        bool? holds = decision.Kind == DecisionKind.Depends ? null : question.Expected!.Holds(decision);
        var line = Deciding.Line(decision) is { } origin ? $" ({origin})" : "";
        return new AssertionResult(question, holds, DecisionLine.Write(decision) + line, policy.Listener.Name, decision);
    }

    private static AssertionResult Prove(QuestionLine question, Claim claim, Configuration configuration, Func<RelayPolicy, PolicyProof> proof)
    {
        if (claim.Kind == ClaimKind.Understood)
        {
            var gap = configuration.Coverage.FirstOrDefault(static c => c.PreventsProof);
            return new AssertionResult(question, gap is null, gap is null ? "every line that matters was understood" : $"{gap.Origin} {gap.Setting} was not understood", null, null);
        }

        var policies = configuration.Policies.Where(p => !p.Listener.IsInternal && (claim.Listener is null || p.Listener.Name == claim.Listener)
            && (claim.Kind != ClaimKind.SubmissionNeedsLogin || p.Listener.IsSubmission) && (claim.Kind != ClaimKind.Accepts || !p.Listener.IsSubmission)).ToArray();
        if (policies.Length == 0) return new AssertionResult(question, false, "there is no such listener", claim.Listener, null);
        AssertionResult? open = null;
        foreach (var policy in policies)
        {
            var made = proof(policy);
            if (claim.Kind == ClaimKind.Accepts)
            {
                var hosted = HostedDomainQuestion.Ask(made, claim.Domain!);
                if (hosted.Accepts == HostedDomain.LocalParts.None) return Refuted(question, policy, hosted.Attempt, hosted.Decision);
                if (hosted.Accepts == HostedDomain.LocalParts.Depends) open ??= new AssertionResult(question, null, "something outside the configuration decides", policy.Listener.Name, hosted.Decision);
                continue;
            }

            var answer = claim.Kind switch
            {
                ClaimKind.NoOpenRelay => OpenRelayQuestion.Ask(made),
                ClaimKind.SubmissionNeedsLogin => SubmissionQuestion.Ask(made),
                _ => EveryDomainIsOwn.Ask(made),
            };
            if (answer is { Status: ProofStatus.Witness, Witness: { } witness, Decision: { } decision }) return Refuted(question, policy, witness, decision);
            if (answer.Status == ProofStatus.Unknown || configuration.Coverage.Any(c => c.PreventsProof && (c.Listener is null || c.Listener == policy.Listener.Name)))
                open ??= new AssertionResult(question, null, answer.Prevents is [var first, ..] ? $"it depends on {first}" : "lines that matter were not understood", policy.Listener.Name, null);
        }

        return open ?? new AssertionResult(question, true, "proved for every attempt", null, null);
    }

    private static AssertionResult Refuted(QuestionLine question, RelayPolicy policy, Attempt attempt, Decision decision) =>
        new(question, false, $"{AttemptLine.Write(attempt)}: {DecisionLine.Write(decision)}", policy.Listener.Name, decision);
}
