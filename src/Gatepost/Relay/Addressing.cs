namespace Gatepost.Relay;

/// <summary>How a server reads envelope addresses. Deterministic, never throws; one instance serves many threads.</summary>
public abstract class Addressing
{
    /// <summary>Reads a reverse-path.</summary>
    public abstract ResolvedAddress Sender(string written);

    /// <summary>Reads a forward-path.</summary>
    public abstract ResolvedAddress Recipient(string written);

    /// <summary>
    /// True where the server takes <c>u%b@a</c>, <c>b!u@a</c> or <c>@a:u@b</c> apart. Where it does not, a local part is a local part.
    /// </summary>
    public abstract bool TakesRoutesApart { get; }

    /// <summary>
    /// Names the domains and local parts by which it reads addresses differently, as far as no condition of the policy names them. The proof needs them as it needs a leaf's.
    /// </summary>
    public virtual void Mark(Landmarks landmarks)
    {
    }
}
