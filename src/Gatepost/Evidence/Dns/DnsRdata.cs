using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;

namespace Gatepost.Evidence.Dns;

/// <summary>The data of records: RFC 1035 section 3.3, RFC 3596; the types that are not read stay octets.</summary>
internal static class DnsRdata
{
    private const int MostStringOctets = 255;

    /// <summary>Reads the data that the reader was limited to.</summary>
    public static bool TryRead(ref DnsReader reader, DnsType type, [NotNullWhen(true)] out DnsData? data)
    {
        data = null;
        switch (type)
        {
            case DnsType.A or DnsType.Aaaa:
                if (!reader.TryOctets(type == DnsType.A ? 4 : 16, out var address)) return false;
                data = new DnsData.Address(new IPAddress(address));
                return true;
            case DnsType.Ns or DnsType.Cname or DnsType.Ptr:
                if (!reader.TryName(out var target)) return false;
                data = new DnsData.Target(target);
                return true;
            case DnsType.Mx:
                if (!reader.TryNumber(out ushort preference) || !reader.TryName(out var exchange)) return false;
                data = new DnsData.Mx(preference, exchange);
                return true;
            case DnsType.Txt:
                return TryReadText(ref reader, out data);
            case DnsType.Soa:
                return TryReadSoa(ref reader, out data);
            default:
                reader.TryOctets(reader.Left, out var octets);
                data = new DnsData.Octets(octets.ToArray());
                return true;
        }
    }

    /// <summary>Writes data; names in it are compressed in the types of RFC 1035 only (RFC 3597 section 4).</summary>
    public static void Write(DnsWriter writer, DnsData data)
    {
        switch (data)
        {
            case DnsData.Address address:
                writer.Octets(address.Value.GetAddressBytes());
                break;
            case DnsData.Target target:
                writer.Name(target.Name);
                break;
            case DnsData.Mx mx:
                writer.Number((ushort)mx.Preference);
                writer.Name(mx.Exchange);
                break;
            case DnsData.Txt txt:
                WriteText(writer, txt.Text);
                break;
            case DnsData.Soa soa:
                writer.Name(soa.PrimaryServer);
                writer.Name(soa.Mailbox);
                foreach (var number in (ReadOnlySpan<uint>)[soa.Serial, soa.Refresh, soa.Retry, soa.Expire, soa.Minimum]) writer.Number(number);
                break;
            case DnsData.Octets octets:
                writer.Octets(octets.Value.Span);
                break;
        }
    }

    private static bool TryReadText(ref DnsReader reader, [NotNullWhen(true)] out DnsData? data)
    {
        data = null;
        var text = new StringBuilder();
        do
        {
            if (!reader.TryOctet(out var length) || !reader.TryOctets(length, out var octets)) return false;
            text.Append(Encoding.Latin1.GetString(octets));
        }
        while (reader.Left > 0);
        data = new DnsData.Txt(text.ToString());
        return true;
    }

    private static void WriteText(DnsWriter writer, string text)
    {
        var octets = Encoding.Latin1.GetBytes(text).AsSpan();
        do
        {
            var length = Math.Min(octets.Length, MostStringOctets);
            writer.Octet((byte)length);
            writer.Octets(octets[..length]);
            octets = octets[length..];
        }
        while (octets.Length > 0);
    }

    private static bool TryReadSoa(ref DnsReader reader, [NotNullWhen(true)] out DnsData? data)
    {
        data = null;
        if (!reader.TryName(out var server) || !reader.TryName(out var mailbox) || !reader.TryNumber(out uint serial) || !reader.TryNumber(out uint refresh)
            || !reader.TryNumber(out uint retry) || !reader.TryNumber(out uint expire) || !reader.TryNumber(out uint minimum)) return false;
        data = new DnsData.Soa(server, mailbox, serial, refresh, retry, expire, minimum);
        return true;
    }
}
