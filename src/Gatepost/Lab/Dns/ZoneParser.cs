using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Dns;

/// <summary>Reads the small zone texts of worlds; a part of the form of RFC 1035 section 5.</summary>
internal sealed class ZoneParser(string name)
{
    private const uint DefaultTtl = 3600;
    private readonly string _origin = Names.Absolute(name.EndsWith('.') ? name : name + ".", Names.Root);

    public bool TryParse(string text, [NotNullWhen(true)] out Zone? zone, [NotNullWhen(false)] out string? problem)
    {
        zone = null;
        List<DnsRecord> records = [];
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (!TryTokenize(line, out var tokens)) return Fail(number, "a quotation mark is not closed", out problem);
            if (tokens.Count == 0) continue;
            if (Read(tokens) is not { } record) return Fail(number, $"this is no record: {line.Trim()}", out problem);
            if (!Names.IsWithin(record.Name, _origin)) return Fail(number, $"{record.Name} is not in {_origin}", out problem);
            if (record.Type == DnsType.Soa && record.Name != _origin) return Fail(number, $"a start of authority stands at {_origin} only", out problem);
            records.Add(record);
        }

        if (!records.Exists(static r => r.Type == DnsType.Soa))
            records.Insert(0, new DnsRecord(_origin, DnsType.Soa, DefaultTtl, StartOfAuthority("ns1", "hostmaster", 1, [7200, 3600, 1_209_600, 300])));
        problem = null;
        zone = new Zone(_origin, records);
        return true;
    }

    private static bool Fail(int line, string reason, out string problem)
    {
        problem = $"line {line}: {reason}";
        return false;
    }

    private DnsRecord? Read(List<string> tokens)
    {
        var at = 1;
        var ttl = DefaultTtl;
        if (at < tokens.Count && uint.TryParse(tokens[at], NumberStyles.None, CultureInfo.InvariantCulture, out var written))
        {
            ttl = written;
            at++;
        }

        if (at >= tokens.Count || !Enum.TryParse<DnsType>(tokens[at], ignoreCase: true, out var type) || !char.IsAsciiLetter(tokens[at][0])) return null;
        var owner = Names.Absolute(tokens[0], _origin);
        return IsName(owner) && Data(type, tokens[(at + 1)..]) is { } data ? new DnsRecord(owner, type, ttl, data) : null;
    }

    private DnsData? Data(DnsType type, List<string> fields) => (type, fields.Count) switch
    {
        (DnsType.A, 1) => AddressOf(fields[0], AddressFamily.InterNetwork),
        (DnsType.Aaaa, 1) => AddressOf(fields[0], AddressFamily.InterNetworkV6),
        (DnsType.Ns or DnsType.Cname or DnsType.Ptr, 1) => NameOf(fields[0]) is { } target ? new DnsData.Target(target) : null,
        (DnsType.Mx, 2) => Number(fields[0], ushort.MaxValue) is { } preference && NameOf(fields[1]) is { } exchange ? new DnsData.Mx((int)preference, exchange) : null,
        (DnsType.Txt, > 0) => new DnsData.Txt(string.Concat(fields)),
        (DnsType.Soa, 3 or 7) => Soa(fields),
        (DnsType.Ds, 4) => Digest(fields, keyTag: true),
        (DnsType.Tlsa, 4) => Digest(fields, keyTag: false),
        _ => null,
    };

    private static DnsData.Address? AddressOf(string text, AddressFamily family) =>
        IPAddress.TryParse(text, out var address) && address.AddressFamily == family ? new DnsData.Address(address) : null;

    private string? NameOf(string written) => Names.Absolute(written, _origin) is var name && IsName(name) ? name : null;

    private static uint? Number(string text, uint most) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    private DnsData.Soa? Soa(List<string> fields)
    {
        if (NameOf(fields[0]) is null || NameOf(fields[1]) is null || Number(fields[2], uint.MaxValue) is not { } serial) return null;
        uint[] times = [7200, 3600, 1_209_600, 300];
        for (var i = 3; i < fields.Count; i++)
        {
            if (Number(fields[i], int.MaxValue) is not { } time) return null;
            times[i - 3] = time;
        }

        return StartOfAuthority(fields[0], fields[1], serial, times);
    }

    private DnsData.Soa StartOfAuthority(string primary, string mailbox, uint serial, uint[] times) =>
        new(Names.Absolute(primary, _origin), Names.Absolute(mailbox, _origin), serial, times[0], times[1], times[2], times[3]);

    private static DnsData.Octets? Digest(List<string> fields, bool keyTag)
    {
        if (Number(fields[0], keyTag ? ushort.MaxValue : byte.MaxValue) is not { } first || Number(fields[1], byte.MaxValue) is not { } second
            || Number(fields[2], byte.MaxValue) is not { } third) return null;
        var hex = fields[3];
        if (hex.Length is 0 or > 128 || hex.Length % 2 != 0 || !hex.All(char.IsAsciiHexDigit)) return null;
        byte[] head = keyTag ? [(byte)(first >> 8), (byte)first, (byte)second, (byte)third] : [(byte)first, (byte)second, (byte)third];
        return new DnsData.Octets((byte[])[.. head, .. Convert.FromHexString(hex)]);
    }

    private static bool IsName(string name) =>
        name == Names.Root || (name.Length <= 253 && Ascii.IsValid(name) && name.Split('.').All(static l => l.Length is > 0 and <= 63));

    private static bool TryTokenize(string line, out List<string> tokens)
    {
        tokens = [];
        for (var i = 0; i < line.Length;)
        {
            if (char.IsWhiteSpace(line[i])) i++;
            else if (line[i] == ';') break;
            else if (line[i] == '"')
            {
                var end = line.IndexOf('"', i + 1);
                if (end < 0) return false;
                tokens.Add(line[(i + 1)..end]);
                i = end + 1;
            }
            else
            {
                var start = i;
                while (i < line.Length && !char.IsWhiteSpace(line[i]) && line[i] is not (';' or '"')) i++;
                tokens.Add(line[start..i]);
            }
        }

        return true;
    }
}
