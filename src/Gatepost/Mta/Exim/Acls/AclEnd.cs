namespace Gatepost.Mta.Exim.Acls;

/// <summary>How an ACL ends.</summary>
internal enum AclEnd
{
    Accept,
    /// <summary>Accepted, and what was accepted is thrown away.</summary>
    Discard,
    Deny,
    /// <summary>Denied, and the connection is closed.</summary>
    Drop,
    Defer,
    /// <summary>A mistake in the configuration: 451.</summary>
    Error,
    /// <summary>The server gives up: 421.</summary>
    Panic,
    /// <summary>The process that serves the client ends without a word.</summary>
    Crash,
}
