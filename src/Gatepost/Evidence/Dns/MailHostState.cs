namespace Gatepost.Evidence.Dns;

/// <summary>Whether the target of an MX record can be used.</summary>
public enum MailHostState
{
    /// <summary>It has a public address.</summary>
    Usable,
    /// <summary>Its name is an alias (RFC 5321 section 5.1 forbids it); many senders follow it all the same.</summary>
    Alias,
    /// <summary>The record holds an address where a name must stand.</summary>
    Literal,
    /// <summary>The name exists and has no address.</summary>
    NoAddress,
    /// <summary>The name does not exist.</summary>
    NxDomain,
    /// <summary>Only private or reserved addresses (RFC 6890).</summary>
    PrivateAddress,
    /// <summary>Only loopback addresses.</summary>
    Loopback,
    /// <summary>The look-up of its address fails.</summary>
    Unresolvable,
}
