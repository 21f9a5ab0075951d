namespace Gatepost.Diagnoses;

/// <summary>What a host is to a message.</summary>
internal enum HostRole
{
    /// <summary>Its name does not say.</summary>
    Unknown,
    /// <summary>The server that the sender hands mail to: a submission server or smarthost.</summary>
    SendersOutgoing,
    /// <summary>A server that takes mail in for the recipient's domain.</summary>
    RecipientsMx,
}
