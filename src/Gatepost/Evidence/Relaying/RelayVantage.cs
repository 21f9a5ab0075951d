using System.Net;
using System.Net.Sockets;
using Gatepost.Evidence.Dialog;

namespace Gatepost.Evidence.Relaying;

/// <summary>From where a server was asked, and whether it may trust that address.</summary>
internal static class RelayVantage
{
    /// <summary>The address at which the server saw us; null where that is not known.</summary>
    public static IPAddress? Seen(DialogResult result, IPAddress? seenAs) => Plain(
        XClientAddress(result) ?? result.Plan.Proxy?.Source.Address ?? seenAs ?? result.LocalAddress?.Address);

    /// <summary>Why the server may trust this address, as half a sentence; null where nothing speaks for it.</summary>
    public static string? Trust(IPAddress? source, IPAddress server)
    {
        if (source is null) return "the address that the server was asked from is not known";
        server = Plain(server)!;
        if (IPAddress.IsLoopback(source)) return $"asked from inside: {source} is the server's own machine";
        if (source.Equals(server)) return $"asked from inside: {source} is the server's own address";
        if (IsPrivate(source)) return $"asked from inside: {source} is a private address, which servers trust, or which hides another that this one may trust";
        return IsSameNetwork(source, server) ? $"asked from inside: {source} is in the server's own network" : null;
    }

    // The server shows that it believed XCLIENT by greeting anew.
    private static IPAddress? XClientAddress(DialogResult result)
    {
        if (result.Plan.XClient is null) return null;
        IPAddress? address = null;
        var asked = false;
        foreach (var line in result.Wire)
        {
            if (line.Kind is WireKind.Client or WireKind.ClientTls)
            {
                asked = line.Text.StartsWith("XCLIENT ", StringComparison.OrdinalIgnoreCase);
                if (asked) address = Address(line.Text);
            }
            else if (asked && line.Kind is WireKind.Server or WireKind.ServerTls && line.Text.StartsWith("220", StringComparison.Ordinal)) return address;
        }

        return null;
    }

    private static IPAddress? Address(string command)
    {
        foreach (var attribute in command.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!attribute.StartsWith("ADDR=", StringComparison.OrdinalIgnoreCase)) continue;
            var value = attribute[5..];
            if (value.StartsWith("IPV6:", StringComparison.OrdinalIgnoreCase)) value = value[5..];
            return IPAddress.TryParse(value, out var address) ? address : null;
        }

        return null;
    }

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;

    // RFC 1918, 3927, 6598; 4193, 4291.
    private static bool IsPrivate(IPAddress address)
    {
        var b = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? b[0] == 10 || (b[0] == 172 && b[1] is >= 16 and < 32) || (b[0] == 192 && b[1] == 168) || (b[0] == 169 && b[1] == 254) || (b[0] == 100 && b[1] is >= 64 and < 128)
            : address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal || address.IsIPv6SiteLocal;
    }

    private static bool IsSameNetwork(IPAddress one, IPAddress other) =>
        one.AddressFamily == other.AddressFamily
        && new IPNetwork(Base(one), PrefixLength(one)).Contains(other);

    private static int PrefixLength(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork ? 24 : 64;

    private static IPAddress Base(IPAddress address)
    {
        var octets = address.GetAddressBytes();
        octets.AsSpan(PrefixLength(address) / 8).Clear();
        return new IPAddress(octets);
    }
}
