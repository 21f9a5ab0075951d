using System.Diagnostics.CodeAnalysis;

namespace Gatepost.Evidence.Dns;

/// <summary>
/// The wire format of DNS (RFC 1035 section 4, RFC 6891 for EDNS), for the questions that Gatepost puts and the answers it reads.
/// Reading never throws, follows pointers backwards only and does work bounded by the message's length.
/// </summary>
public static class DnsWire
{
    /// <summary>Octets of a UDP response that we say we take: what passes everywhere without fragments.</summary>
    public const int PayloadSize = 1232;

    /// <summary>Octets of a message, at most (RFC 1035 section 4.2.2).</summary>
    public const int MostOctets = 65535;

    internal const ushort ClassIn = 1;

    /// <summary>Writes a question; null where its name cannot be one (a label over 63 octets, a name over 255, an empty label).</summary>
    /// <param name="query">The question.</param>
    /// <param name="id">The message's id.</param>
    /// <param name="edns">False for servers that do not understand EDNS; DO is lost then.</param>
    public static byte[]? EncodeQuery(DnsQuery query, ushort id, bool edns = true)
    {
        Span<byte> name = stackalloc byte[DnsNames.MostOctets];
        if (!DnsNames.TryEncode(query.Name, name, out var length)) return null;
        var flags = (query.RecursionDesired ? DnsHeader.RecursionDesired : 0) | (query.CheckingDisabled ? DnsHeader.CheckingDisabled : 0);
        var writer = new DnsWriter(MostOctets);
        new DnsHeader(id, (ushort)flags, 1, 0, 0, (ushort)(edns ? 1 : 0)).Write(writer);
        writer.Octets(name[..length]);
        writer.Number((ushort)query.Type);
        writer.Number(ClassIn);
        if (edns) new DnsOpt(PayloadSize, 0, query.DnssecOk, []).Write(writer);
        return writer.Written.ToArray();
    }

    /// <summary>
    /// True where a message answers the question in <paramref name="query"/>, as <see cref="EncodeQuery"/> wrote it: the same id, the same
    /// question. Some servers refuse with the bare header; that is an answer too.
    /// </summary>
    public static bool IsReply(ReadOnlySpan<byte> query, ReadOnlySpan<byte> message)
    {
        var asked = new DnsReader(query);
        var reader = new DnsReader(message);
        if (!DnsHeader.TryRead(ref asked, out var question) || !DnsHeader.TryRead(ref reader, out var header)) return false;
        if (header.Id != question.Id || !header.Has(DnsHeader.Response) || header.Has(DnsHeader.OpcodeMask)) return false;
        if (header.Questions == 0) return header.Rcode != 0;
        return header.Questions == 1 && IsSameQuestion(ref asked, ref reader);
    }

    /// <summary>Reads the response to a question. <see cref="DnsOutcome.Malformed"/> with a problem where it is none.</summary>
    public static DnsResponse Decode(DnsQuery query, ReadOnlySpan<byte> message) => DnsDecoder.Decode(query, message);

    /// <summary>Reads a question as a server does; the problem says at which octet it is none.</summary>
    public static bool TryDecodeQuery(ReadOnlySpan<byte> message, [NotNullWhen(true)] out DnsRequest? request, [NotNullWhen(false)] out string? problem) =>
        DnsDecoder.TryDecodeQuery(message, out request, out problem);

    /// <summary>
    /// Writes a response as a server does. Where it has more octets than <paramref name="limit"/>, whole records are left out from
    /// the end, and TC is set where that concerns more than additional records (RFC 2181 section 9).
    /// </summary>
    /// <param name="request">The question that is answered.</param>
    /// <param name="response">The answer; without an RCODE that of its outcome.</param>
    /// <param name="limit">Octets that the way and the client can take.</param>
    /// <exception cref="ArgumentException">A name is none.</exception>
    public static byte[] EncodeResponse(DnsRequest request, DnsResponse response, int limit = MostOctets) => DnsEncoder.Encode(request, response, limit);

    private static bool IsSameQuestion(ref DnsReader asked, ref DnsReader reader)
    {
        Span<byte> name = stackalloc byte[DnsNames.MostOctets];
        Span<byte> other = stackalloc byte[DnsNames.MostOctets];
        return asked.TryName(name, out var length) && reader.TryName(other, out var otherLength)
            && DnsNames.Same(name[..length], other[..otherLength])
            && asked.TryNumber(out uint typeAndClass) && reader.TryNumber(out uint otherTypeAndClass) && typeAndClass == otherTypeAndClass;
    }
}
