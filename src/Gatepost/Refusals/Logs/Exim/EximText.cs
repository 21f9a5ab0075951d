using System.Text;

namespace Gatepost.Refusals.Logs.Exim;

/// <summary>Undoes what Exim does to text that it logs: <c>\n</c> and <c>\t</c>, and bytes that it does not print as <c>\303\274</c>.</summary>
internal static class EximText
{
    public static string Unescape(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('\\') < 0) return text.ToString();
        var plain = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length;)
        {
            if (IsOctal(text[i..], out var value))
            {
                bytes.Add(value);
                i += 4;
                continue;
            }

            Flush(plain, bytes);
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is 'n' or 't')
            {
                plain.Append(text[i + 1] == 'n' ? '\n' : ' ');
                i += 2;
                continue;
            }

            plain.Append(text[i++]);
        }

        Flush(plain, bytes);
        return plain.ToString();
    }

    private static void Flush(StringBuilder plain, List<byte> bytes)
    {
        if (bytes.Count == 0) return;
        plain.Append(Encoding.UTF8.GetString(bytes.ToArray()));
        bytes.Clear();
    }

    private static bool IsOctal(ReadOnlySpan<char> text, out byte value)
    {
        value = 0;
        if (text.Length < 4 || text[0] != '\\' || text[1] is < '0' or > '3' || text[2] is < '0' or > '7' || text[3] is < '0' or > '7') return false;
        value = (byte)((text[1] - '0') * 64 + (text[2] - '0') * 8 + text[3] - '0');
        return value is >= 0x80;
    }
}
