namespace Gatepost.Evidence.Dns;

/// <summary>What the resolver says of a domain beside its MX records. Null is not asked.</summary>
internal sealed record ResolverAnswers(DnsResponse Ns, DnsResponse Soa)
{
    public DnsResponse? Txt { get; init; }

    public DnsResponse? Ds { get; init; }

    /// <summary>MX with CD on, asked where the resolver says SERVFAIL.</summary>
    public DnsResponse? Unchecked { get; init; }

    /// <summary>True where not even the root's name servers can be asked for.</summary>
    public bool IsSilent { get; init; }
}
