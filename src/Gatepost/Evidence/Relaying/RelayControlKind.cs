namespace Gatepost.Evidence.Relaying;

/// <summary>What a control tells about a server, apart from relaying.</summary>
public enum RelayControlKind
{
    /// <summary>A recipient that does not exist, at a domain that the user says is the server's: taken by servers that take everything.</summary>
    UnknownAtNamedDomain,
    /// <summary>The same at a domain read from the server's own name, which may be wrong.</summary>
    UnknownAtLearnedDomain,
    /// <summary>The same at the server's address literal.</summary>
    UnknownAtLiteral,
    /// <summary>The same without a domain.</summary>
    UnknownBare,
    /// <summary>Postmaster of a domain of the server's own, whom every server must take (RFC 5321 section 4.5.1): refused by servers that refuse us.</summary>
    Postmaster,
    /// <summary>A recipient at a domain that cannot exist (RFC 6761 section 6.4): refused by servers that look domains up.</summary>
    ImpossibleDomain,
    /// <summary>The plain form once more: two answers to one question are no answer.</summary>
    Repeat,
}
