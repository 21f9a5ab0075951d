using System.Buffers.Binary;
using System.Net;

namespace Gatepost.Relay;

/// <summary>An IP address as a number. An IPv4 address, and an IPv6 address that maps one (<c>::ffff:0:0/96</c>), is IPv4.</summary>
/// <param name="IsV6">True for IPv6.</param>
/// <param name="Bits">The address; for IPv4 the lowest 32 bits.</param>
public readonly record struct AddressKey(bool IsV6, UInt128 Bits) 
{
    /// <summary>The number of bits: 32 or 128.</summary>
    public int Width => IsV6 ? 128 : 32;

    /// <summary>The key of an address.</summary>
    public static AddressKey Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        return length == 4
            ? new AddressKey(false, BinaryPrimitives.ReadUInt32BigEndian(bytes))
            : new AddressKey(true, BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>The address.</summary>
    public IPAddress ToAddress()
    {
        Span<byte> bytes = stackalloc byte[16];
        if (IsV6)
        {
            BinaryPrimitives.WriteUInt128BigEndian(bytes, Bits);
            return new IPAddress(bytes);
        }

        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)Bits);
        return new IPAddress(bytes[..4]);
    }

    /// <inheritdoc/>
    public override string ToString() => ToAddress().ToString();
}
