using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.Audits;

/// <summary>What was proved of one listener.</summary>
/// <param name="Policy">Its policy.</param>
/// <param name="Relay">Whether it relays for strangers; null where strangers cannot reach it.</param>
/// <param name="Submission">Whether it takes mail from strangers after a login only; null where it is not meant for submission.</param>
/// <param name="Clients">The addresses that relay without a login; null where strangers cannot reach it.</param>
public sealed record ListenerAudit(RelayPolicy Policy, ProofResult? Relay, ProofResult? Submission, RelayingClients? Clients)
{
    /// <summary>Whether it relays for strangers, in view of the lines that were not understood.</summary>
    public required AuditVerdict Verdict { get; init; }
}
