using System.Buffers.Binary;
using System.Text;

namespace Gatepost.Evidence.Dns;

/// <summary>Writes a message of at most <paramref name="limit"/> octets. What does not fit is dropped and sets <see cref="Overflowed"/>.</summary>
internal sealed class DnsWriter(int limit)
{
    // Offsets that a pointer cannot hold are not remembered.
    private const int FarthestTarget = 0x3fff;

    private readonly Dictionary<string, int> _suffixes = new(StringComparer.Ordinal);
    private byte[] _octets = new byte[Math.Min(limit, 512)];

    /// <summary>Octets written.</summary>
    public int Length { get; private set; }

    /// <summary>True where something did not fit.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _octets.AsSpan(0, Length);

    /// <summary>Writes octets.</summary>
    public void Octets(ReadOnlySpan<byte> octets) => octets.CopyTo(Room(octets.Length));

    /// <summary>Writes one octet.</summary>
    public void Octet(byte value) => Octets([value]);

    /// <summary>Writes a number of 16 bits.</summary>
    public void Number(ushort value)
    {
        Span<byte> octets = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(octets, value);
        Octets(octets);
    }

    /// <summary>Writes a number of 32 bits.</summary>
    public void Number(uint value)
    {
        Span<byte> octets = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(octets, value);
        Octets(octets);
    }

    /// <summary>Writes a 16-bit number at a place that was written before.</summary>
    public void NumberAt(int place, int value)
    {
        if (place + 2 <= Length) BinaryPrimitives.WriteUInt16BigEndian(_octets.AsSpan(place), (ushort)value);
    }

    /// <summary>Writes a name, its end as a pointer where it was written before.</summary>
    /// <exception cref="ArgumentException">The text is no name.</exception>
    public void Name(string text)
    {
        Span<byte> wire = stackalloc byte[DnsNames.MostOctets];
        if (!DnsNames.TryEncode(text, wire, out var length)) throw new ArgumentException($"\"{text}\" is no name for DNS.", nameof(text));
        for (var at = 0; wire[at] != 0; at += wire[at] + 1)
        {
            var suffix = Encoding.Latin1.GetString(wire[at..length]);
            if (_suffixes.TryGetValue(suffix, out var place))
            {
                Number((ushort)(0xc000 | place));
                return;
            }

            if (Length <= FarthestTarget) _suffixes[suffix] = Length;
            Octets(wire.Slice(at, wire[at] + 1));
        }

        Octet(0);
    }

    /// <summary>Takes back all after <paramref name="length"/>; names are not to be written after that.</summary>
    public void Rewind(int length) => (Length, Overflowed) = (length, false);

    private Span<byte> Room(int length)
    {
        if (Overflowed || Length + length > limit)
        {
            Overflowed = true;
            return new byte[length];
        }

        if (Length + length > _octets.Length) Array.Resize(ref _octets, Math.Min(limit, Math.Max(Length + length, _octets.Length * 2)));
        Length += length;
        return _octets.AsSpan(Length - length, length);
    }
}
