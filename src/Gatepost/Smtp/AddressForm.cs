namespace Gatepost.Smtp;

/// <summary>How an envelope address asks to be routed.</summary>
public enum AddressForm
{
    /// <summary><c>user@example.org</c>.</summary>
    Ordinary,
    /// <summary>The null sender <c>&lt;&gt;</c> (RFC 5321 section 4.5.5).</summary>
    Null,
    /// <summary><c>postmaster</c> without a domain (RFC 5321 section 4.1.1.3).</summary>
    Postmaster,
    /// <summary>A local part without a domain.</summary>
    LocalOnly,
    /// <summary><c>user@[192.0.2.1]</c> (RFC 5321 section 4.1.3).</summary>
    Literal,
    /// <summary><c>@a,@b:user@c</c> (RFC 5321 appendix C): obsolete.</summary>
    SourceRoute,
    /// <summary><c>user%b@a</c>: asks a to pass it on to b.</summary>
    PercentHack,
    /// <summary><c>b!user</c> or <c>b!user@a</c>: a UUCP path.</summary>
    BangPath,
    /// <summary><c>user@b@a</c> or <c>"user@b"@a</c>: an address inside the local part.</summary>
    Nested,
}
