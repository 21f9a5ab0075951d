using Gatepost.Relay.Proof.Cells;

namespace Gatepost.Relay.Proof;

/// <summary>
/// Can a user who has logged in write in another's name? Proved means that wherever the policy compares login and sender (opaque conditions with the subject <see cref="Subject"/>, of which
/// any yes means that they do not go together), nothing is accepted.
/// </summary>
public static class SenderLoginQuestion
{
    /// <summary>The subject of conditions that compare the sender with the login.</summary>
    public const string Subject = "sender-login";

    /// <summary>Answers it.</summary>
    public static ProofResult Ask(PolicyProof proof)
    {
        var supposed = new Dictionary<int, int>();
        for (var i = 0; i < proof.Space.FreeVariables.Count; i++)
            if (proof.Space.FreeVariables[i] is { Condition: Opaque { Subject: Subject }, Assumed: null }) supposed.Add(proof.Space.FirstFree + i, 1);
        var users = proof.Store.Where(proof.Space.Note(0, Dimension.Login, 0), (int)CredentialKind.Named);
        return new Search(proof, proof.Store.And(users, proof.Clients(ClientKind.Stranger)), proof.AcceptedByRules, supposed).Answer();
    }
}
