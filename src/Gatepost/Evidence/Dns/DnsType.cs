namespace Gatepost.Evidence.Dns;

/// <summary>Record types that are asked for (RFC 1035 section 3.2.2 and the RFCs named).</summary>
public enum DnsType : ushort
{
    /// <summary>IPv4 address.</summary>
    A = 1,
    /// <summary>Authoritative name server.</summary>
    Ns = 2,
    /// <summary>Canonical name.</summary>
    Cname = 5,
    /// <summary>Start of authority.</summary>
    Soa = 6,
    /// <summary>Name of an address.</summary>
    Ptr = 12,
    /// <summary>Mail exchanger.</summary>
    Mx = 15,
    /// <summary>Text.</summary>
    Txt = 16,
    /// <summary>IPv6 address (RFC 3596).</summary>
    Aaaa = 28,
    /// <summary>EDNS (RFC 6891); never asked for.</summary>
    Opt = 41,
    /// <summary>Delegation signer (RFC 4034).</summary>
    Ds = 43,
    /// <summary>Signature (RFC 4034).</summary>
    Rrsig = 46,
    /// <summary>Zone key (RFC 4034).</summary>
    Dnskey = 48,
    /// <summary>TLS certificate association (RFC 6698).</summary>
    Tlsa = 52,
}
