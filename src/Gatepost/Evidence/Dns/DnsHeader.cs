namespace Gatepost.Evidence.Dns;

/// <summary>The header of a message (RFC 1035 section 4.1.1, RFC 4035 section 3.2 for AD and CD).</summary>
/// <param name="Id">The id.</param>
/// <param name="Flags">The second 16 bits.</param>
/// <param name="Questions">QDCOUNT.</param>
/// <param name="Answers">ANCOUNT.</param>
/// <param name="Authority">NSCOUNT.</param>
/// <param name="Additional">ARCOUNT.</param>
internal readonly record struct DnsHeader(ushort Id, ushort Flags, ushort Questions, ushort Answers, ushort Authority, ushort Additional)
{
    public const int Octets = 12;
    public const ushort Response = 0x8000;
    public const ushort OpcodeMask = 0x7800;
    public const ushort Authoritative = 0x0400;
    public const ushort Truncated = 0x0200;
    public const ushort RecursionDesired = 0x0100;
    public const ushort RecursionAvailable = 0x0080;
    public const ushort AuthenticData = 0x0020;
    public const ushort CheckingDisabled = 0x0010;
    public const ushort RcodeMask = 0x000f;

    /// <summary>The four bits of the response code that stand in the header.</summary>
    public int Rcode => Flags & RcodeMask;

    /// <summary>True where the bit is set.</summary>
    public bool Has(ushort bit) => (Flags & bit) != 0;

    /// <summary>Reads a header.</summary>
    public static bool TryRead(ref DnsReader reader, out DnsHeader header)
    {
        header = default;
        if (reader.Left < Octets) return reader.Fail($"a header of {Octets} octets is expected, the message ends", reader.Position + reader.Left);
        reader.TryNumber(out ushort id);
        reader.TryNumber(out ushort flags);
        reader.TryNumber(out ushort questions);
        reader.TryNumber(out ushort answers);
        reader.TryNumber(out ushort authority);
        reader.TryNumber(out ushort additional);
        header = new DnsHeader(id, flags, questions, answers, authority, additional);
        return true;
    }

    /// <summary>Writes the header.</summary>
    public void Write(DnsWriter writer)
    {
        foreach (var number in (ReadOnlySpan<ushort>)[Id, Flags, Questions, Answers, Authority, Additional]) writer.Number(number);
    }
}
