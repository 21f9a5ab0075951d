using System.Collections.Immutable;
using Gatepost.Mta;
using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.Audits;

/// <summary>Puts all questions to a configuration. Pure: the same configuration and options give the same audit.</summary>
public static class Auditor
{
    /// <summary>Audits a configuration.</summary>
    public static Audit Run(Configuration configuration, AuditOptions options)
    {
        // Most of the work, and of each listener on its own.
        var proofs = configuration.Policies.Where(static p => !p.Listener.IsInternal).AsParallel().AsOrdered().Select(p => new PolicyProof(p, options.ProofOf(configuration))).ToArray();
        var listeners = ImmutableArray.CreateBuilder<ListenerAudit>(configuration.Policies.Length);
        List<Finding> findings = [.. ProblemFindings.Of(configuration)];
        foreach (var policy in configuration.Policies)
        {
            var proof = Array.Find(proofs, p => ReferenceEquals(p.Policy, policy));
            var listener = Audit(configuration, policy, proof);
            listeners.Add(listener);
            if (proof is not null && !configuration.Coverage.Any(static c => c is { PreventsProof: true, Setting: "main.cf" })) findings.AddRange(ListenerFindings.Of(listener, proof));
        }

        findings.AddRange(HostedDomains.Of(configuration, proofs, options));
        var done = listeners.MoveToImmutable();
        return new Audit
        {
            Configuration = configuration,
            Options = options,
            Listeners = done,
            Findings = Merge(findings),
            Verdict = done.Any(static l => l.Verdict == AuditVerdict.Open) ? AuditVerdict.Open
                : done.IsEmpty || done.Any(static l => l.Verdict == AuditVerdict.Unknown) ? AuditVerdict.Unknown : AuditVerdict.Closed,
        };
    }

    private static ListenerAudit Audit(Configuration configuration, RelayPolicy policy, PolicyProof? proof)
    {
        // A line for all listeners that was not understood, such as an include, may open another one.
        if (proof is null)
            return new ListenerAudit(policy, null, null, null) { Verdict = configuration.Coverage.Any(static c => c.PreventsProof && c.Listener is null) ? AuditVerdict.Unknown : AuditVerdict.Closed };
        var relay = OpenRelayQuestion.Ask(proof);
        // A witness that a line lets through which was not understood is none.
        if (relay is { Status: ProofStatus.Witness, Decision: { } decision } && Deciding.Line(decision) is { Line: > 0 } by && configuration.Coverage.Any(c => c.PreventsProof && c.Origin == by))
            relay = relay with { Status = ProofStatus.Unknown, Witness = null, Decision = null };
        if (relay.Status == ProofStatus.Witness && configuration.Coverage.Any(static c => c is { PreventsProof: true, Setting: "main.cf" }))
            relay = relay with { Status = ProofStatus.Unknown, Witness = null, Decision = null };
        // A template says nothing sure before it is filled in.
        var hasGaps = configuration.Coverage.Any(c => c.PreventsProof && (c.Listener is null || c.Listener == policy.Listener.Name))
            || configuration.Problems.Any(static p => p.Kind == ConfigProblemKind.Template);
        return new ListenerAudit(policy, relay, policy.Listener.IsSubmission ? SubmissionQuestion.Ask(proof) : null, RelayingClients.Of(proof))
        {
            Verdict = relay.Status switch
            {
                ProofStatus.Witness => AuditVerdict.Open,
                ProofStatus.Proved when !hasGaps => AuditVerdict.Closed,
                _ => AuditVerdict.Unknown,
            },
        };
    }

    // The same finding on several listeners is one; the gravest first, then as the configuration has them.
    private static ImmutableArray<Finding> Merge(List<Finding> findings) =>
    [
        .. findings
            .GroupBy(static f => (f.Kind, f.What, f.Origin, f.Severity, f.Remedy))
            .Select(static g => g.First() with { Listeners = [.. g.SelectMany(static f => f.Listeners).Distinct()] })
            .OrderByDescending(static f => f.Severity)
            .ThenBy(static f => f.Kind.Id, StringComparer.Ordinal)
            .ThenBy(static f => f.Origin?.File, StringComparer.Ordinal)
            .ThenBy(static f => f.Origin?.Line),
    ];
}
