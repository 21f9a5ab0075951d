using System.Net;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Bulk;

/// <summary>Whose servers a host and its address are: what connections are counted by, so that many domains at one provider are one.</summary>
public static class Provider
{
    /// <summary>The registrable domain of the host's name; without a name, the address's network: /24 of IPv4, /48 of IPv6.</summary>
    public static string? Of(string host, IPAddress? address)
    {
        if (DomainName.Parse(host) is { IsSingleLabel: false } name) return name.OrganisationalDomain.Ascii;
        if (address is null && !IPAddress.TryParse(host, out address)) return host.Length == 0 ? null : host;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        Span<byte> octets = stackalloc byte[16];
        address.TryWriteBytes(octets, out var length);
        var prefix = length == 4 ? 24 : 48;
        octets[(prefix / 8)..].Clear();
        return $"{new IPAddress(octets[..length])}/{prefix}";
    }
}
