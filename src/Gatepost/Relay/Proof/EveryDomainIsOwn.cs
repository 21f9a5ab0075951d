using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>
/// Does the policy take domains for its own that it does not name: a catch-all (<c>virtual_alias_domains = static:all</c>) or a whole top-level domain? Proved means that it does not. Mail for
/// such domains is accepted and not relayed, and its senders never hear of it, or too late.
/// </summary>
public static class EveryDomainIsOwn
{
    /// <summary>Answers it.</summary>
    public static ProofResult Ask(PolicyProof proof)
    {
        var own = proof.Store.ForAll(proof.Store.Map(proof.Run.Classes, static n => n > (int)AddressClass.Other ? 1 : 0), proof.Space.FirstFree);
        return new Search(proof, proof.Strangers, proof.Store.And(proof.Accepted, proof.Store.And(own, proof.NotNamed))).Answer();
    }
}
