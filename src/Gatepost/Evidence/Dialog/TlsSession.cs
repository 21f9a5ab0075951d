namespace Gatepost.Evidence.Dialog;

/// <summary>What was agreed on under TLS and what certificate was shown. Facts, not verdicts: a mail server's certificate need not be valid.</summary>
public sealed record TlsSession
{
    /// <summary>The protocol, as <c>TLSv1.3</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>The cipher suite's IANA name.</summary>
    public required string CipherSuite { get; init; }

    /// <summary>The certificate's subject; null where none was shown.</summary>
    public string? Subject { get; init; }

    /// <summary>Its issuer.</summary>
    public string? Issuer { get; init; }

    /// <summary>The DNS names it is for (subjectAltName, else the common name).</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Valid from.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Valid to.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>True where one of <see cref="Names"/> is the host's (RFC 6125 wildcard rules).</summary>
    public bool NamesTheHost { get; init; }

    /// <summary>What the system's trust store makes of the chain; null where it trusts it.</summary>
    public string? ChainProblem { get; init; }
}
