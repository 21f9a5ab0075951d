using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gatepost.Evidence.Worlds;

/// <summary>Writes the values that a recorded world is made of.</summary>
internal static class WorldJson
{
    /// <summary>The form of times: RFC 3339 in UTC, to the tick.</summary>
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>Keeps &lt; &gt; &amp; ' + readable; what is not ASCII goes through <see cref="TextValue"/>.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A string; everything beyond printable ASCII as <c>\uXXXX</c>, a lone surrogate as U+FFFD.</summary>
    public static void TextValue(this Utf8JsonWriter json, string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
        {
            json.WriteStringValue(text);
            return;
        }

        var raw = new StringBuilder(text.Length + 16).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\\') raw.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~') raw.Append(c);
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) raw.Append(Hex(c)).Append(Hex(text[++i]));
            else raw.Append(Hex(char.IsSurrogate(c) ? (char)0xfffd : c));
        }

        json.WriteRawValue(raw.Append('"').ToString(), skipInputValidation: true);
    }

    /// <summary>A member that is a string.</summary>
    public static void Text(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string text)
    {
        json.WritePropertyName(name);
        json.TextValue(text);
    }

    /// <summary>A member that is left out where it is null.</summary>
    public static void Known(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null) json.Text(name, text);
    }

    /// <summary>A time.</summary>
    public static void Time(this Utf8JsonWriter json, DateTimeOffset time) =>
        json.WriteStringValue(time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));

    /// <summary>A span of time as <c>[d.]hh:mm:ss[.fffffff]</c>.</summary>
    public static void Span(this Utf8JsonWriter json, ReadOnlySpan<byte> name, TimeSpan span) =>
        json.WriteString(name, span.ToString("c", CultureInfo.InvariantCulture));

    /// <summary>A member that is a list of strings.</summary>
    public static void Texts(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.TextValue(text);
        json.WriteEndArray();
    }

    private static string Hex(char c) => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture);
}
