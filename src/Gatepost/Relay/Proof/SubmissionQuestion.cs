namespace Gatepost.Relay.Proof;

/// <summary>Does a submission listener take mail from strangers, for whatever recipient? Proved means that every attempt that it accepts from outside the trusted networks has a login. A bare postmaster, whom a server takes before it asks a rule, does not count.</summary>
public static class SubmissionQuestion
{
    /// <summary>Answers it.</summary>
    public static ProofResult Ask(PolicyProof proof) => new Search(proof, proof.Strangers, proof.AcceptedByRules).Answer();
}
