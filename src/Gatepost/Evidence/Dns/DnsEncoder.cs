namespace Gatepost.Evidence.Dns;

/// <summary>Writes responses: for the lab and for tests.</summary>
internal static class DnsEncoder
{
    // Where the counts of the three sections stand in the header, and the flags.
    private const int FlagsPlace = 2;
    private const int CountsPlace = 6;

    /// <summary>See <see cref="DnsWire.EncodeResponse"/>.</summary>
    public static byte[] Encode(DnsRequest request, DnsResponse response, int limit)
    {
        var rcode = response.Rcode ?? RcodeOf(response.Outcome);
        var opt = request.PayloadSize is null ? default : Opt(request, response, rcode);
        var writer = new DnsWriter(limit - opt.Length);
        var flags = Flags(request.Query, response, rcode);
        new DnsHeader(request.Id, flags, 1, 0, 0, 0).Write(writer);
        writer.Name(request.Query.Name);
        writer.Number((ushort)request.Query.Type);
        writer.Number(DnsWire.ClassIn);

        var whole = WriteSection(writer, 0, response.Answers) && WriteSection(writer, 1, response.Authority);
        if (!whole) writer.NumberAt(FlagsPlace, flags | DnsHeader.Truncated);
        var additional = whole ? WriteRecords(writer, response.Additional) : 0;
        writer.NumberAt(CountsPlace + 4, additional + (opt.Length > 0 ? 1 : 0));
        return [.. writer.Written, .. opt.Span];
    }

    private static ReadOnlyMemory<byte> Opt(DnsRequest request, DnsResponse response, int rcode)
    {
        var writer = new DnsWriter(DnsWire.MostOctets);
        new DnsOpt(DnsWire.PayloadSize, rcode, request.Query.DnssecOk, response.Errors).Write(writer);
        return writer.Written.ToArray();
    }

    private static ushort Flags(DnsQuery query, DnsResponse response, int rcode)
    {
        var flags = DnsHeader.Response | (rcode & DnsHeader.RcodeMask);
        if (response.Authoritative) flags |= DnsHeader.Authoritative;
        if (response.Truncated) flags |= DnsHeader.Truncated;
        if (query.RecursionDesired) flags |= DnsHeader.RecursionDesired;
        if (response.RecursionAvailable) flags |= DnsHeader.RecursionAvailable;
        if (response.AuthenticData) flags |= DnsHeader.AuthenticData;
        if (query.CheckingDisabled) flags |= DnsHeader.CheckingDisabled;
        return (ushort)flags;
    }

    private static bool WriteSection(DnsWriter writer, int section, IReadOnlyList<DnsRecord> records)
    {
        var written = WriteRecords(writer, records);
        writer.NumberAt(CountsPlace + 2 * section, written);
        return written == records.Count;
    }

    // How many fitted, as whole records.
    private static int WriteRecords(DnsWriter writer, IReadOnlyList<DnsRecord> records)
    {
        for (var i = 0; i < records.Count; i++)
        {
            var start = writer.Length;
            Write(writer, records[i]);
            if (!writer.Overflowed) continue;
            writer.Rewind(start);
            return i;
        }

        return records.Count;
    }

    private static void Write(DnsWriter writer, DnsRecord record)
    {
        writer.Name(record.Name);
        writer.Number((ushort)record.Type);
        writer.Number(DnsWire.ClassIn);
        writer.Number(record.Ttl);
        var length = writer.Length;
        writer.Number((ushort)0);
        DnsRdata.Write(writer, record.Data);
        writer.NumberAt(length, writer.Length - length - 2);
    }

    private static int RcodeOf(DnsOutcome outcome) => outcome switch
    {
        DnsOutcome.FormErr => 1,
        DnsOutcome.NxDomain => 3,
        DnsOutcome.NotImp => 4,
        DnsOutcome.Refused => 5,
        DnsOutcome.Answer or DnsOutcome.NoData or DnsOutcome.Referral => 0,
        _ => 2,
    };
}
