namespace Gatepost.Evidence.Dns;

/// <summary>
/// Names between the two forms they have: labels with a length octet (RFC 1035 section 3.1), uncompressed, and text (section 5.1), lower
/// case, without a final dot, odd octets as <c>\DDD</c>; the root is <c>.</c>.
/// </summary>
internal static class DnsNames
{
    /// <summary>Octets of a name with its length octets and the root's (RFC 1035 section 2.3.4).</summary>
    public const int MostOctets = 255;

    /// <summary>Octets of a label.</summary>
    public const int MostLabelOctets = 63;

    // Every octet as \DDD.
    private const int MostCharacters = MostOctets * 4;

    /// <summary>Writes a name as labels; <paramref name="wire"/> has room for <see cref="MostOctets"/>. False where the text is no name.</summary>
    public static bool TryEncode(ReadOnlySpan<char> text, Span<byte> wire, out int length)
    {
        length = 0;
        if (text is not ".")
        {
            for (var at = 0; at < text.Length;)
            {
                var label = length++;
                while (at < text.Length && text[at] != '.')
                {
                    // A further octet must leave room for the root's.
                    if (!TryReadOctet(text, ref at, out var octet) || length - label > MostLabelOctets || length >= MostOctets - 1) return false;
                    wire[length++] = Lower(octet);
                }

                if (length == label + 1) return false;
                wire[label] = (byte)(length - label - 1);
                at++;
            }

            if (length == 0) return false;
        }

        wire[length++] = 0;
        return true;
    }

    /// <summary>The text of a name in labels.</summary>
    public static string ToText(ReadOnlySpan<byte> wire)
    {
        if (wire[0] == 0) return ".";
        Span<char> text = stackalloc char[MostCharacters];
        var length = 0;
        for (var at = 0; wire[at] != 0; at += wire[at] + 1)
        {
            if (at > 0) text[length++] = '.';
            foreach (var octet in wire.Slice(at + 1, wire[at]))
            {
                if (IsPlain(octet))
                {
                    text[length++] = (char)Lower(octet);
                    continue;
                }

                text[length++] = '\\';
                octet.TryFormat(text[length..], out var digits, "D3");
                length += digits;
            }
        }

        return new string(text[..length]);
    }

    /// <summary>A name as text in the one form that reading gives; null where it is none.</summary>
    public static string? Canonical(string text)
    {
        Span<byte> wire = stackalloc byte[MostOctets];
        return TryEncode(text, wire, out _) ? ToText(wire) : null;
    }

    /// <summary>True where a name is a zone's own or below it.</summary>
    public static bool IsWithin(string name, string zone) =>
        zone == "." || (name.EndsWith(zone, StringComparison.Ordinal) && (name.Length == zone.Length || name[^(zone.Length + 1)] == '.'));

    /// <summary>An ASCII letter in lower case, any other octet as it is (RFC 4343).</summary>
    public static byte Lower(byte octet) => octet is >= (byte)'A' and <= (byte)'Z' ? (byte)(octet | 0x20) : octet;

    /// <summary>True where two names in labels are the same, whatever the letter case.</summary>
    public static bool Same(ReadOnlySpan<byte> name, ReadOnlySpan<byte> other)
    {
        if (name.Length != other.Length) return false;
        // Length octets are below 64 and so no letters: folding them changes nothing.
        for (var i = 0; i < name.Length; i++)
            if (Lower(name[i]) != Lower(other[i])) return false;
        return true;
    }

    private static bool IsPlain(byte octet) => char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'_';

    // One octet of a label: itself, \DDD, or a backslash and the character that is meant literally.
    private static bool TryReadOctet(ReadOnlySpan<char> text, ref int at, out byte octet)
    {
        octet = 0;
        var c = text[at++];
        if (c == '\\')
        {
            if (at >= text.Length) return false;
            if (char.IsAsciiDigit(text[at]))
            {
                if (at + 3 > text.Length || !byte.TryParse(text.Slice(at, 3), System.Globalization.NumberStyles.None, null, out octet)) return false;
                at += 3;
                return true;
            }

            c = text[at++];
        }

        octet = (byte)c;
        return c <= 0x7f;
    }
}
