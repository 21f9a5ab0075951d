namespace Gatepost.Relay.Proof;

/// <summary>How a question about all attempts was answered.</summary>
public enum ProofStatus
{
    /// <summary>It holds for every attempt.</summary>
    Proved,
    /// <summary>It does not: there is an attempt that shows it.</summary>
    Witness,
    /// <summary>It depends on something that the configuration does not say, or that the proof cannot take apart.</summary>
    Unknown,
}
