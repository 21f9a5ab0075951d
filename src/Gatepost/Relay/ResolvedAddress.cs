namespace Gatepost.Relay;

/// <summary>An envelope address as the server's own rules read it, in lower case where the server compares so.</summary>
/// <param name="Address">The whole address after rewriting; empty for the null sender.</param>
/// <param name="LocalPart">What stands before the last <c>@</c>.</param>
/// <param name="Domain">What stands after it; empty where there is none.</param>
public sealed record ResolvedAddress(string Address, string LocalPart, string Domain)
{
    /// <summary>The address as the client wrote it.</summary>
    public string Written { get; init; } = Address;

    /// <summary>The whole address after rewriting, with the client's capitals: some servers ask some of their tables so.</summary>
    public string Cased { get; init; } = Address;

    /// <summary>True where the local part itself asks to be routed on (<c>%</c>, <c>!</c>, a second <c>@</c>).</summary>
    public bool IsRouted { get; init; }

    /// <summary>The reply to an address that the server does not take before any rule is asked; null where it takes it.</summary>
    public ReplyText? Problem { get; init; }

    /// <summary>True where the server accepts this recipient before any rule is asked (Postfix: a bare <c>postmaster</c>).</summary>
    public bool IsAlwaysAccepted { get; init; }
}
