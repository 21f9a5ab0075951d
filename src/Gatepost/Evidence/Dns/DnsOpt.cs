using System.Text;

namespace Gatepost.Evidence.Dns;

/// <summary>The OPT pseudo-record (RFC 6891) and of its options the extended errors (RFC 8914).</summary>
/// <param name="PayloadSize">Octets of a UDP message that the writer of it can take.</param>
/// <param name="Ttl">What stands in the TTL: the upper bits of the response code, the version, the flags.</param>
/// <param name="Errors">The extended errors.</param>
internal sealed record DnsOpt(ushort PayloadSize, uint Ttl, IReadOnlyList<ExtendedDnsError> Errors)
{
    private const uint DnssecOkBit = 0x8000;
    private const ushort ExtendedErrorOption = 15;

    /// <summary>The OPT of a message of ours.</summary>
    public DnsOpt(ushort payloadSize, int rcode, bool dnssecOk, IReadOnlyList<ExtendedDnsError> errors)
        : this(payloadSize, ((uint)rcode >> 4 << 24) | (dnssecOk ? DnssecOkBit : 0), errors)
    {
    }

    /// <summary>DO (RFC 3225).</summary>
    public bool DnssecOk => (Ttl & DnssecOkBit) != 0;

    /// <summary>The whole response code from these bits and the header's.</summary>
    public int Rcode(int header) => (int)(Ttl >> 24 << 4) | header;

    /// <summary>Reads the options that the reader was limited to.</summary>
    public static DnsOpt? Read(ref DnsReader reader, ushort payloadSize, uint ttl)
    {
        List<ExtendedDnsError> errors = [];
        while (reader.Left > 0)
        {
            if (!reader.TryNumber(out ushort code) || !reader.TryNumber(out ushort length) || !reader.TryOctets(length, out var option)) return null;
            if (code != ExtendedErrorOption) continue;
            if (option.Length < 2)
            {
                reader.Fail("an extended error without a code", reader.Position - length);
                return null;
            }

            errors.Add(new ExtendedDnsError((option[0] << 8) | option[1], Encoding.UTF8.GetString(option[2..]).TrimEnd('\0')));
        }

        return new DnsOpt(payloadSize, ttl, errors);
    }

    /// <summary>Writes the record.</summary>
    public void Write(DnsWriter writer)
    {
        writer.Name(".");
        writer.Number((ushort)DnsType.Opt);
        writer.Number(PayloadSize);
        writer.Number(Ttl);
        var length = writer.Length;
        writer.Number((ushort)0);
        foreach (var error in Errors)
        {
            var text = Encoding.UTF8.GetBytes(error.Text);
            writer.Number(ExtendedErrorOption);
            writer.Number((ushort)(2 + text.Length));
            writer.Number((ushort)error.Code);
            writer.Octets(text);
        }

        writer.NumberAt(length, writer.Length - length - 2);
    }
}
