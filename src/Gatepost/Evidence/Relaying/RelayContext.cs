using System.Net;
using System.Net.Sockets;

namespace Gatepost.Evidence.Relaying;

/// <summary>The names that <see cref="RelayForms"/> are made from.</summary>
/// <param name="TesterDomain">A domain of the tester's, which the server does not serve; it must take mail, or it is refused for that.</param>
/// <param name="Server">The server's address.</param>
/// <param name="Helo">The name or literal that the tester gives in EHLO.</param>
public sealed record RelayContext(string TesterDomain, IPAddress Server, string Helo)
{
    /// <summary>The server's host name; null where it is not known.</summary>
    public string? Host { get; init; }

    /// <summary>A domain whose mail the server keeps, other than its host name; null where none is known.</summary>
    public string? LocalDomain { get; init; }

    /// <summary>Local part of the senders.</summary>
    public string SenderLocalPart { get; init; } = "gatepost";

    /// <summary>Local part of the recipients.</summary>
    public string RecipientLocalPart { get; init; } = "gatepost-relay-test";

    /// <summary>The server's address literal (RFC 5321 section 4.1.3): <c>[192.0.2.1]</c>, <c>[IPv6:2001:db8::1]</c>.</summary>
    public string Literal
    {
        get
        {
            var address = Server.IsIPv4MappedToIPv6 ? Server.MapToIPv4() : Server;
            return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{new IPAddress(address.GetAddressBytes())}]" : $"[{address}]";
        }
    }
}
