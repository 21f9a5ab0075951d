namespace Gatepost.Relay;

/// <summary>What a recipient's domain is to the server; the values are the answers of <see cref="RelayPolicy.Classes"/>.</summary>
public enum AddressClass
{
    /// <summary>No domain of the server's: taking mail for it is relaying.</summary>
    Other = 0,
    /// <summary>Delivered on this machine.</summary>
    Local = 1,
    /// <summary>Own, with every address an alias of another (Postfix: virtual alias domain).</summary>
    Alias = 2,
    /// <summary>Own, with mailboxes that are no system users (Postfix: virtual mailbox domain).</summary>
    Virtual = 3,
    /// <summary>Passed on to another server on purpose: a backup MX, a gateway.</summary>
    RelayDomain = 4,
}
