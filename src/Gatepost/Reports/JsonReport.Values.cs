using System.Buffers.Text;
using Gatepost.Diagnoses;

namespace Gatepost.Reports;

public sealed partial class JsonReport
{
    private void WriteRuledOut(IReadOnlyList<RuledOut> causes)
    {
        _json.WriteStartArray("ruledOut"u8);
        for (var i = 0; i < causes.Count; i++)
        {
            _json.WriteStartObject();
            _json.WriteString("id"u8, causes[i].Cause.Id);
            Text("because"u8, causes[i].Because);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteAlternatives(IReadOnlyList<Alternative> causes)
    {
        _json.WriteStartArray("alternatives"u8);
        for (var i = 0; i < causes.Count; i++)
        {
            _json.WriteStartObject();
            _json.WriteString("id"u8, causes[i].Cause.Id);
            _json.WriteString("confidence"u8, Names.Of(causes[i].Confidence));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteTexts(ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        _json.WriteStartArray(name);
        for (var i = 0; i < texts.Count; i++)
        {
            if (Escape.FirstUnsafe(texts[i]) < 0) _json.WriteStringValue(texts[i]);
            else _json.WriteRawValue(Escape.Json(texts[i]), skipInputValidation: true);
        }

        _json.WriteEndArray();
    }

    private void Text(ReadOnlySpan<byte> name, string? value)
    {
        if (value is null || Escape.FirstUnsafe(value) < 0)
        {
            _json.WriteString(name, value);
            return;
        }

        _json.WritePropertyName(name);
        _json.WriteRawValue(Escape.Json(value), skipInputValidation: true);
    }

    private void Known(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) Text(name, value);
    }

    private void Number(ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number) _json.WriteNumber(name, number);
        else _json.WriteNull(name);
    }

    // RFC 3339 in UTC, to the second or as far as the source's fraction goes.
    private void Time(ReadOnlySpan<byte> name, DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        Span<byte> text = stackalloc byte[33];
        Utf8Formatter.TryFormat(utc, text, out _, 'O');
        var end = text[..27].TrimEnd("0"u8).TrimEnd("."u8).Length;
        end = Math.Max(end, 19);
        text[end++] = (byte)'Z';
        _json.WriteString(name, text[..end]);
    }
}
