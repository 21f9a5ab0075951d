using System.Net;

namespace Gatepost.Evidence.Dialog;

/// <summary>The header of the PROXY protocol (haproxy's proxy-protocol.txt), version 1 or 2.</summary>
/// <param name="Version">1 or 2.</param>
/// <param name="Source">The client that the server is to see.</param>
/// <param name="Destination">The address it is told to have connected to.</param>
public sealed record ProxyHeader(int Version, IPEndPoint Source, IPEndPoint Destination);
