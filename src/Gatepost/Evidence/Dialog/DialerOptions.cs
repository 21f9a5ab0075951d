namespace Gatepost.Evidence.Dialog;

/// <summary>What a <see cref="SocketDialer"/> does for every dialog alike.</summary>
public sealed record DialerOptions
{
    /// <summary>The usual choice.</summary>
    public static DialerOptions Default { get; } = new();

    /// <summary>
    /// True where <see cref="TlsSession.ChainProblem"/> is to be found by the system's trust store, which costs memory and time at its
    /// first use; false leaves it null. Never goes on-line for it.
    /// </summary>
    public bool ValidateChain { get; init; } = true;
}
