
namespace Gatepost.Relay.Proof;

/// <summary>Does the policy relay for any stranger? Proved means that it relays for none.</summary>
public static class OpenRelayQuestion
{
    /// <summary>Answers it.</summary>
    public static ProofResult Ask(PolicyProof proof) =>
        new Search(proof, proof.Strangers, proof.Relays).Answer() with { TrustedByConfiguration = RelayingClients.Of(proof, ClientKind.TrustedPrivate).Networks };

    /// <summary>Answers it for one policy.</summary>
    public static ProofResult Ask(RelayPolicy policy, ProofOptions? options = null) => Ask(new PolicyProof(policy, options));
}
