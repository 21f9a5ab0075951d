using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Gatepost.Refusals.Events;

/// <summary>Turns a form's body (<c>a=1&amp;b=2</c>, the URL standard's application/x-www-form-urlencoded) into a flat JSON object of strings.</summary>
internal static class EventForm
{
    private const int MaxFields = 1000;
    private static readonly SearchValues<byte> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%+&=-._*~[]@:/,;!$'()?"u8);

    /// <summary>True where the beginning can be a form's: no blanks, and a name with a value first.</summary>
    public static bool Is(ReadOnlySpan<byte> head)
    {
        head = head.Trim(" \t\r\n"u8);
        var equals = head.IndexOf((byte)'=');
        return equals is > 0 and < 100
            && !head[..equals].ContainsAny("&/:?"u8)
            && !head.ContainsAnyExcept(Allowed)
            && (head.Contains((byte)'&') || head[equals..].Contains((byte)'%'));
    }

    /// <summary>The object; the first of fields of one name wins.</summary>
    public static JsonDocument Read(ReadOnlySpan<byte> body)
    {
        var buffer = new ArrayBufferWriter<byte>(body.Length + 64);
        using (var json = new Utf8JsonWriter(buffer))
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            json.WriteStartObject();
            foreach (var range in body.Trim(" \t\r\n"u8).Split((byte)'&'))
            {
                var field = body.Trim(" \t\r\n"u8)[range];
                var equals = field.IndexOf((byte)'=');
                if (equals <= 0 || seen.Count == MaxFields) continue;
                var name = Decode(field[..equals]);
                if (seen.Add(name)) json.WriteString(name, Decode(field[(equals + 1)..]));
            }

            json.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private static string Decode(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if (b == '+') b = (byte)' ';
            else if (b == '%' && i + 2 < text.Length && IsHex(text[i + 1]) && IsHex(text[i + 2]))
            {
                b = (byte)((Convert.FromHexString([(char)text[i + 1], (char)text[i + 2]]))[0]);
                i += 2;
            }

            bytes[length++] = b;
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static bool IsHex(byte b) => char.IsAsciiHexDigit((char)b);
}
