namespace Gatepost.Evidence.Dns;

/// <summary>Where a domain's mail goes: all that is needed to begin talking to its servers.</summary>
/// <param name="Domain">The domain, in A-labels, lower case.</param>
/// <param name="Route">Where mail goes, as far as the answer about MX can say.</param>
/// <param name="Mx">The answer that it was read from: the resolver's, or an authoritative server's where the resolver fails.</param>
public sealed record MailRouting(string Domain, MailRoute Route, DnsResponse Mx)
{
    /// <summary>The hosts, by preference, then name.</summary>
    public IReadOnlyList<MailHost> Hosts { get; init; } = [];

    /// <summary>What was found on the way, the weightiest first.</summary>
    public IReadOnlyList<DnsFinding> Findings { get; init; } = [];
}
