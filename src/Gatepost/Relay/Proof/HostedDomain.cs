namespace Gatepost.Relay.Proof;

/// <summary>Whether a policy takes mail from strangers for a domain.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Accepts">For which local parts.</param>
/// <param name="Attempt">An attempt that is refused, or where none is, one that is accepted.</param>
/// <param name="Decision">What the evaluator decides on it.</param>
public sealed record HostedDomain(string Domain, HostedDomain.LocalParts Accepts, Attempt Attempt, Decision Decision)
{
    /// <summary>For which local parts mail is accepted from some stranger.</summary>
    public enum LocalParts
    {
        /// <summary>For none, from nobody.</summary>
        None,
        /// <summary>For some.</summary>
        Some,
        /// <summary>For each.</summary>
        Each,
        /// <summary>The outside decides.</summary>
        Depends,
    }
}
