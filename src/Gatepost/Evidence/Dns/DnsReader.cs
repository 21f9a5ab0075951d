using System.Buffers.Binary;

namespace Gatepost.Evidence.Dns;

/// <summary>
/// Reads the octets of a message in order. A read past the end fails, and what failed first, and at which octet, stays in
/// <see cref="Problem"/>.
/// </summary>
internal ref struct DnsReader(ReadOnlySpan<byte> message)
{
    // Before it lies the header, to which no name can point.
    private const int FirstName = 12;

    private readonly ReadOnlySpan<byte> _message = message;

    /// <summary>Index of the next octet.</summary>
    public int Position { get; private set; }

    /// <summary>Where reading ends: the message's end, or the end of the record's data that is being read.</summary>
    public int End { get; private set; } = message.Length;

    /// <summary>What failed first; null where nothing has.</summary>
    public string? Problem { get; private set; }

    /// <summary>Octets left up to <see cref="End"/>.</summary>
    public readonly int Left => End - Position;

    /// <summary>Notes a problem; always false.</summary>
    public bool Fail(string problem, int at)
    {
        Problem ??= $"{problem} at octet {at}";
        return false;
    }

    /// <summary>Reads the next <paramref name="length"/> octets.</summary>
    public bool TryOctets(int length, out ReadOnlySpan<byte> octets)
    {
        octets = default;
        if (length > Left) return Fail($"{length} octets are expected and {Left} are there", Position);
        octets = _message.Slice(Position, length);
        Position += length;
        return true;
    }

    /// <summary>Reads one octet.</summary>
    public bool TryOctet(out byte value)
    {
        value = 0;
        if (!TryOctets(1, out var octets)) return false;
        value = octets[0];
        return true;
    }

    /// <summary>Reads a number of 16 bits.</summary>
    public bool TryNumber(out ushort value)
    {
        value = 0;
        return TryOctets(2, out var octets) && BinaryPrimitives.TryReadUInt16BigEndian(octets, out value);
    }

    /// <summary>Reads a number of 32 bits.</summary>
    public bool TryNumber(out uint value)
    {
        value = 0;
        return TryOctets(4, out var octets) && BinaryPrimitives.TryReadUInt32BigEndian(octets, out value);
    }

    /// <summary>Limits reading to the next <paramref name="length"/> octets, until <see cref="Leave"/>.</summary>
    public bool TryEnter(int length)
    {
        if (length > Left) return Fail($"data of {length} octets where {Left} are left", Position);
        End = Position + length;
        return true;
    }

    /// <summary>Ends <see cref="TryEnter"/>; false where octets were left over.</summary>
    public bool Leave()
    {
        if (Left > 0) return Fail($"{Left} octets left over in the data", Position);
        End = _message.Length;
        return true;
    }

    /// <summary>Reads a name as text.</summary>
    public bool TryName(out string name)
    {
        Span<byte> wire = stackalloc byte[DnsNames.MostOctets];
        var read = TryName(wire, out _);
        name = read ? DnsNames.ToText(wire) : "";
        return read;
    }

    /// <summary>
    /// Reads a name as labels, following pointers (RFC 1035 section 4.1.4). Each must point before the labels that led to it, so that
    /// there is no circle, and 255 octets bound the work.
    /// </summary>
    public bool TryName(scoped Span<byte> wire, out int length)
    {
        length = 0;
        int at = Position, run = Position, end = End;
        var jumped = false;
        while (true)
        {
            if (at >= end) return Fail("a name runs past the end", at);
            var octet = _message[at];
            if (octet >= 0xc0)
            {
                if (at + 1 >= end) return Fail("a pointer runs past the end", at);
                var target = ((octet & 0x3f) << 8) | _message[at + 1];
                if (target >= run || target < FirstName) return Fail($"a pointer to octet {target}, which is not before it,", at);
                if (!jumped) Position = at + 2;
                (jumped, at, run, end) = (true, target, target, _message.Length);
                continue;
            }

            if (octet > DnsNames.MostLabelOctets) return Fail("a label of a kind that is not known", at);
            if (at + 1 + octet > end) return Fail("a label runs past the end", at);
            if (length + 1 + octet > DnsNames.MostOctets - (octet == 0 ? 0 : 1)) return Fail("a name of more than 255 octets", at);
            _message.Slice(at, octet + 1).CopyTo(wire[length..]);
            length += octet + 1;
            at += octet + 1;
            if (octet > 0) continue;
            if (!jumped) Position = at;
            return true;
        }
    }
}
