using System.Net;

namespace Gatepost.Evidence;

/// <summary>
/// Where the packets for an address really go. On the Internet to the address itself; in the lab, where the addresses of a
/// world are made up, to a server on loopback. What is reported is always the address, never the way.
/// </summary>
public interface IRoutes
{
    /// <summary>The way to an address; null where there is none (the network is unreachable).</summary>
    IPEndPoint? To(IPEndPoint address);
}
