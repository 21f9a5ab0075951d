using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gatepost.Evidence.Dialog;

/// <summary>Writes a <see cref="ProxyHeader"/> as it goes over the wire (proxy-protocol.txt sections 2.1 and 2.2).</summary>
internal static class ProxyHeaderLine
{
    private const byte ProxyVersion2 = 0x21;
    private const byte Tcp4 = 0x11;
    private const byte Tcp6 = 0x21;
    private static ReadOnlySpan<byte> Signature => "\r\n\r\n\0\r\nQUIT\n"u8;

    /// <summary>The header in the words of version 1, without its line end; for people in version 2 as well.</summary>
    public static string Text(ProxyHeader header)
    {
        var (source, destination) = Addresses(header);
        var family = source.AddressFamily == AddressFamily.InterNetwork ? "TCP4" : "TCP6";
        return $"PROXY {family} {source} {destination} {header.Source.Port} {header.Destination.Port}";
    }

    /// <summary>The header's octets.</summary>
    public static byte[] Octets(ProxyHeader header) => header.Version == 2 ? Binary(header) : Encoding.ASCII.GetBytes(Text(header) + "\r\n");

    private static byte[] Binary(ProxyHeader header)
    {
        var (source, destination) = Addresses(header);
        byte[] from = source.GetAddressBytes(), to = destination.GetAddressBytes();
        var start = Signature.Length + 4;
        var octets = new byte[start + from.Length + to.Length + 4];
        Signature.CopyTo(octets);
        octets[Signature.Length] = ProxyVersion2;
        octets[Signature.Length + 1] = from.Length == 4 ? Tcp4 : Tcp6;
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(Signature.Length + 2), (ushort)(octets.Length - start));
        from.CopyTo(octets, start);
        to.CopyTo(octets, start + from.Length);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(octets.Length - 4), (ushort)header.Source.Port);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(octets.Length - 2), (ushort)header.Destination.Port);
        return octets;
    }

    // Both of one family, and without a scope, which the header has no room for.
    private static (IPAddress Source, IPAddress Destination) Addresses(ProxyHeader header)
    {
        var (source, destination) = (header.Source.Address, header.Destination.Address);
        if (source.AddressFamily != destination.AddressFamily) (source, destination) = (source.MapToIPv6(), destination.MapToIPv6());
        return (new IPAddress(source.GetAddressBytes()), new IPAddress(destination.GetAddressBytes()));
    }
}
