namespace Gatepost.Evidence.Dns;

/// <summary>A question as a server receives it.</summary>
/// <param name="Id">The message's id, which the response must carry.</param>
/// <param name="Query">The question.</param>
public sealed record DnsRequest(ushort Id, DnsQuery Query)
{
    /// <summary>Octets of a UDP response that the client can take (RFC 6891 section 6.2.3); null for a client without EDNS, which takes 512.</summary>
    public int? PayloadSize { get; init; }
}
