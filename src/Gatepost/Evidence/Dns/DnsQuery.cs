using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>One question to one server.</summary>
/// <param name="Name">The name asked about, lower case, without a final dot; <c>.</c> for the root.</param>
/// <param name="Type">The type asked for.</param>
public sealed record DnsQuery(string Name, DnsType Type)
{
    /// <summary>The server to ask; null for the configured recursive resolver.</summary>
    public IPEndPoint? Server { get; init; }

    /// <summary>RD. Off where an authoritative server is asked itself.</summary>
    public bool RecursionDesired { get; init; } = true;

    /// <summary>CD (RFC 4035 section 3.2.2): the resolver is to answer even where validation fails.</summary>
    public bool CheckingDisabled { get; init; }

    /// <summary>DO (RFC 3225): signatures are wanted.</summary>
    public bool DnssecOk { get; init; }

    /// <summary>The same question put to an authoritative server itself: no recursion.</summary>
    public DnsQuery At(IPEndPoint server) => this with { Server = server, RecursionDesired = false };
}
