namespace Gatepost.Relay.Proof;

/// <summary>How a refusal ends an attempt.</summary>
internal enum ReplyKind
{
    /// <summary>There is none.</summary>
    None,
    /// <summary>5yz.</summary>
    Permanent,
    /// <summary>4yz.</summary>
    Temporary,
    /// <summary>The connection is closed without a reply.</summary>
    Closed,
}
