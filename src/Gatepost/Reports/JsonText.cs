using System.Buffers;
using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gatepost.Reports;

/// <summary>What every JSON output writes its values with: text that nothing unsafe passes through, and times.</summary>
internal static class JsonText
{
    /// <summary>A writer to be reset for each object.</summary>
    public static Utf8JsonWriter NewWriter() => new(Stream.Null, new JsonWriterOptions
    {
        // Keeps < > & ' + readable; what must not be shown raw goes through Escape.Json.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    });

    /// <summary>A member with text; null where there is none.</summary>
    public static void Text(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is null || Escape.FirstUnsafe(value) < 0)
        {
            json.WriteString(name, value);
            return;
        }

        json.WritePropertyName(name);
        json.WriteRawValue(Escape.Json(value), skipInputValidation: true);
    }

    /// <summary>A member with text; left out where there is none.</summary>
    public static void Known(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) json.Text(name, value);
    }

    /// <summary>A member with a list of texts.</summary>
    public static void Texts(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < texts.Count; i++)
        {
            if (Escape.FirstUnsafe(texts[i]) < 0) json.WriteStringValue(texts[i]);
            else json.WriteRawValue(Escape.Json(texts[i]), skipInputValidation: true);
        }

        json.WriteEndArray();
    }

    /// <summary>A member with a number; null where there is none.</summary>
    public static void Number(this Utf8JsonWriter json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    /// <summary>A member with a truth value; null where it is not known.</summary>
    public static void Truth(this Utf8JsonWriter json, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } known) json.WriteBoolean(name, known);
        else json.WriteNull(name);
    }

    /// <summary>A member with a time, RFC 3339 in UTC, to the second or as far as the source's fraction goes; null where there is none.</summary>
    public static void Time(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? time)
    {
        if (time is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        var utc = known.UtcDateTime;
        Span<byte> text = stackalloc byte[33];
        Utf8Formatter.TryFormat(utc, text, out _, 'O');
        var end = text[..27].TrimEnd("0"u8).TrimEnd("."u8).Length;
        end = Math.Max(end, 19);
        text[end++] = (byte)'Z';
        json.WriteString(name, text[..end]);
    }

    /// <summary>Ends the object and its line.</summary>
    public static void EndLine(this Utf8JsonWriter json, IBufferWriter<byte> output)
    {
        json.WriteEndObject();
        json.Flush();
        output.GetSpan(1)[0] = (byte)'\n';
        output.Advance(1);
    }
}
