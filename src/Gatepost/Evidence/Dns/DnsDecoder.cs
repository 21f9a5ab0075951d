using System.Diagnostics.CodeAnalysis;

namespace Gatepost.Evidence.Dns;

/// <summary>Reads messages.</summary>
internal static class DnsDecoder
{
    // Far more than any answer about mail has; with names that unfold to 255 octets it bounds the memory of a hostile message.
    private const int MostRecords = 2000;

    /// <summary>See <see cref="DnsWire.Decode"/>.</summary>
    public static DnsResponse Decode(DnsQuery query, ReadOnlySpan<byte> message)
    {
        var reader = new DnsReader(message);
        var sections = new DnsSections();
        if (!DnsHeader.TryRead(ref reader, out var header) || !TryReadResponse(ref reader, query, header, sections))
            return new DnsResponse(query, DnsOutcome.Malformed) { Truncated = header.Has(DnsHeader.Truncated), Problem = reader.Problem };

        return DnsJudgement.Of(new DnsResponse(query, DnsOutcome.Malformed)
        {
            Rcode = sections.Opt?.Rcode(header.Rcode) ?? header.Rcode,
            Authoritative = header.Has(DnsHeader.Authoritative),
            Truncated = header.Has(DnsHeader.Truncated),
            AuthenticData = header.Has(DnsHeader.AuthenticData),
            RecursionAvailable = header.Has(DnsHeader.RecursionAvailable),
            Answers = sections.Answers,
            Authority = sections.Authority,
            Additional = sections.Additional,
            Errors = sections.Opt?.Errors ?? [],
        });
    }

    /// <summary>See <see cref="DnsWire.TryDecodeQuery"/>.</summary>
    public static bool TryDecodeQuery(ReadOnlySpan<byte> message, [NotNullWhen(true)] out DnsRequest? request, [NotNullWhen(false)] out string? problem)
    {
        request = null;
        var reader = new DnsReader(message);
        var sections = new DnsSections();
        problem = null;
        if (!DnsHeader.TryRead(ref reader, out var header)
            || !IsQuery(ref reader, header)
            || !TryReadQuestion(ref reader, out var name, out var type)
            || !TryReadSections(ref reader, header, sections))
        {
            problem = reader.Problem!;
            return false;
        }

        request = new DnsRequest(header.Id, new DnsQuery(name, type)
        {
            RecursionDesired = header.Has(DnsHeader.RecursionDesired),
            CheckingDisabled = header.Has(DnsHeader.CheckingDisabled),
            DnssecOk = sections.Opt?.DnssecOk ?? false,
        })
        {
            PayloadSize = sections.Opt?.PayloadSize,
        };
        return true;
    }

    private static bool IsQuery(ref DnsReader reader, DnsHeader header) =>
        header.Has(DnsHeader.Response) || header.Has(DnsHeader.OpcodeMask) ? reader.Fail("no query", 2)
        : header.Questions != 1 ? reader.Fail($"{header.Questions} questions", 4)
        : true;

    private static bool TryReadResponse(ref DnsReader reader, DnsQuery query, DnsHeader header, DnsSections sections)
    {
        if (!header.Has(DnsHeader.Response) || header.Has(DnsHeader.OpcodeMask)) return reader.Fail("no response", 2);
        if (header.Questions > 1 || (header.Questions == 0 && header.Rcode == 0)) return reader.Fail($"{header.Questions} questions", 4);
        if (header.Questions == 1)
        {
            var place = reader.Position;
            if (!TryReadQuestion(ref reader, out var name, out var type)) return false;
            if (type != query.Type || name != DnsNames.Canonical(query.Name)) return reader.Fail("a question that was not asked", place);
        }

        return TryReadSections(ref reader, header, sections);
    }

    private static bool TryReadQuestion(ref DnsReader reader, out string name, out DnsType type)
    {
        type = default;
        if (!reader.TryName(out name) || !reader.TryNumber(out ushort number) || !reader.TryNumber(out ushort @class)) return false;
        type = (DnsType)number;
        return @class == DnsWire.ClassIn || reader.Fail($"class {@class}", reader.Position - 2);
    }

    private static bool TryReadSections(ref DnsReader reader, DnsHeader header, DnsSections sections)
    {
        if (header.Answers + header.Authority + header.Additional > MostRecords) return reader.Fail($"more than {MostRecords} records", 6);
        return TryReadRecords(ref reader, header.Answers, sections.Answers, null)
            && TryReadRecords(ref reader, header.Authority, sections.Authority, null)
            && TryReadRecords(ref reader, header.Additional, sections.Additional, sections)
            && (reader.Left == 0 || reader.Fail($"{reader.Left} octets after the last record", reader.Position));
    }

    // OPT goes to its holder, which only the additional section has; records of other classes are passed over.
    private static bool TryReadRecords(ref DnsReader reader, int count, List<DnsRecord> records, DnsSections? optHolder)
    {
        for (var i = 0; i < count; i++)
        {
            var place = reader.Position;
            if (!reader.TryName(out var name) || !reader.TryNumber(out ushort number) || !reader.TryNumber(out ushort @class)
                || !reader.TryNumber(out uint ttl) || !reader.TryNumber(out ushort length) || !reader.TryEnter(length)) return false;
            var type = (DnsType)number;
            if (type == DnsType.Opt)
            {
                if (optHolder is null || optHolder.Opt is not null || name != ".") return reader.Fail("an OPT record out of place", place);
                optHolder.Opt = DnsOpt.Read(ref reader, @class, ttl);
                if (optHolder.Opt is null) return false;
            }
            else if (@class != DnsWire.ClassIn)
            {
                reader.TryOctets(length, out _);
            }
            else
            {
                if (!DnsRdata.TryRead(ref reader, type, out var data)) return false;
                // RFC 2181 section 8: a TTL with the highest bit set is 0.
                records.Add(new DnsRecord(name, type, ttl > int.MaxValue ? 0 : ttl, data));
            }

            if (!reader.Leave()) return false;
        }

        return true;
    }
}
