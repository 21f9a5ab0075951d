namespace Gatepost.Evidence.Dns;

/// <summary>From where an address can be reached.</summary>
public enum AddressScope
{
    /// <summary>From everywhere.</summary>
    Public,
    /// <summary>Within a network: private, shared, unique local, link-local.</summary>
    Private,
    /// <summary>From the same host.</summary>
    Loopback,
    /// <summary>Not at all, or not for mail: unspecified, multicast, benchmarks, future use.</summary>
    Reserved,
}
