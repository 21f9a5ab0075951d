using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Gatepost.Evidence.Dns;

namespace Gatepost.Evidence.Worlds;

/// <summary>
/// Resource records in the form of a zone file (RFC 1035 section 5.1), a record a line; types and data that are not known as
/// RFC 3597 has them. <c>TryParse(Of(record))</c> gives an equal record.
/// </summary>
internal static class ZoneText
{
    private const int MostTextOctets = 255;

    /// <summary>A record as text.</summary>
    public static string Of(DnsRecord record) => $"{Dotted(record.Name)} {record.Ttl} {Of(record.Type)} {Of(record.Data)}";

    /// <summary>A type's mnemonic.</summary>
    public static string Of(DnsType type) => Enum.IsDefined(type) ? type.ToString().ToUpperInvariant() : $"TYPE{(ushort)type}";

    /// <summary>Reads a type's mnemonic.</summary>
    public static bool TryParseType(string text, out DnsType type)
    {
        type = default;
        if (text.StartsWith("TYPE", StringComparison.Ordinal) && ushort.TryParse(text.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            type = (DnsType)number;
            return true;
        }

        return text.Length > 0 && char.IsAsciiLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out type) && Enum.IsDefined(type);
    }

    /// <summary>Reads a record; null where the text is none.</summary>
    public static DnsRecord? TryParse(string text)
    {
        var head = text.Split(' ', 4);
        return head.Length == 4 && uint.TryParse(head[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ttl)
            && TryParseType(head[2], out var type) && Data(type, head[3]) is { } data ? new DnsRecord(Name(head[0]), type, ttl, data) : null;
    }

    private static string Of(DnsData data) => data is DnsData.Txt txt ? Quoted(txt.Text) : data.ToString();

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && i % MostTextOctets == 0) quoted.Append("\" \"");
            var c = text[i];
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c is >= ' ' and < '\x7f' or > 'ÿ') quoted.Append(c);
            else quoted.Append('\\').Append(((int)c).ToString("D3", CultureInfo.InvariantCulture));
        }

        return quoted.Append('"').ToString();
    }

    private static DnsData? Data(DnsType type, string text)
    {
        if (text.StartsWith("\\# ", StringComparison.Ordinal)) return Octets(text);
        if (type == DnsType.Txt) return Text(text);
        var words = text.Split(' ');
        switch (type)
        {
            case DnsType.A or DnsType.Aaaa:
                return IPAddress.TryParse(text, out var address) && address.AddressFamily == (type == DnsType.A ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6)
                    ? new DnsData.Address(address) : null;
            case DnsType.Ns or DnsType.Cname or DnsType.Ptr:
                return words.Length == 1 && text.Length > 0 ? new DnsData.Target(Name(text)) : null;
            case DnsType.Mx:
                return words.Length == 2 && words[1].Length > 0 && ushort.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var preference)
                    ? new DnsData.Mx(preference, Name(words[1])) : null;
            case DnsType.Soa:
                return Soa(words);
            default:
                return null;
        }
    }

    private static DnsData.Soa? Soa(string[] words)
    {
        if (words.Length != 7) return null;
        Span<uint> numbers = stackalloc uint[5];
        for (var i = 0; i < numbers.Length; i++)
            if (!uint.TryParse(words[i + 2], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        return new DnsData.Soa(Name(words[0]), Name(words[1]), numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    private static DnsData.Octets? Octets(string text)
    {
        var words = text.Split(' ');
        if (words.Length != 3 || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || words[2].Length != 2L * length) return null;
        var octets = new byte[words[2].Length / 2];
        return Convert.FromHexString(words[2], octets, out _, out _) == System.Buffers.OperationStatus.Done ? new DnsData.Octets(octets) : null;
    }

    // Quoted strings, one or more, joined.
    private static DnsData.Txt? Text(string text)
    {
        var joined = new StringBuilder(text.Length);
        var i = 0;
        while (true)
        {
            if (i >= text.Length || text[i++] != '"') return null;
            for (; i < text.Length && text[i] != '"'; i++)
            {
                if (text[i] != '\\') joined.Append(text[i]);
                else if (i + 3 < text.Length && byte.TryParse(text.AsSpan(i + 1, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var octet))
                {
                    joined.Append((char)octet);
                    i += 3;
                }
                else if (++i < text.Length) joined.Append(text[i]);
                else return null;
            }

            if (i++ >= text.Length) return null;
            if (i == text.Length) return new DnsData.Txt(joined.ToString());
            if (text[i++] != ' ') return null;
        }
    }

    private static string Dotted(string name) => name == "." ? name : name + ".";

    private static string Name(string text) => text.Length > 1 && text[^1] == '.' ? text[..^1] : text;
}
