using System.Text.Json;

namespace Gatepost.Refusals.Logs.Haraka;

/// <summary>
/// A line of Haraka's log in one of its three formats: <c>[LEVEL] [uuid] [origin] message key=value…</c> (DEFAULT),
/// <c>level=… uuid=… source=… message="…" key=value…</c> (LOGFMT), an object of the same (JSON).
/// </summary>
internal sealed class HarakaEvent
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private HarakaEvent(string message) => Message = message;

    public string Message { get; }

    public string? Uuid { get; private init; }

    /// <summary>The plugin, or <c>core</c>, or <c>outbound</c>.</summary>
    public string? Origin { get; private init; }

    public string? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>Null where the text is none of the formats.</summary>
    public static HarakaEvent? TryRead(string text)
    {
        if (text.StartsWith('{')) return Json(text);
        return text.StartsWith("level=", StringComparison.Ordinal) ? Logfmt(text) : Default(text);
    }

    private static HarakaEvent? Default(string text)
    {
        Span<Range> tags = stackalloc Range[3];
        var at = 0;
        for (var i = 0; i < tags.Length; i++)
        {
            if (at >= text.Length || text[at] != '[') return null;
            var close = text.IndexOf(']', at);
            if (close < 0) return null;
            tags[i] = (at + 1)..close;
            at = close + 1 < text.Length && text[close + 1] == ' ' ? close + 2 : close + 1;
        }

        var level = text[tags[0]];
        if (level.Length is < 4 or > 8 || level.AsSpan().IndexOfAnyExceptInRange('A', 'Z') >= 0) return null;
        var result = new HarakaEvent(text[at..]) { Uuid = Known(text[tags[1]]), Origin = text[tags[2]] };
        result.TakePairs(text.AsSpan(at));
        return result;
    }

    private static HarakaEvent? Logfmt(string text)
    {
        var pairs = new HarakaEvent("");
        pairs.TakePairs(text);
        return pairs.Renamed();
    }

    private static HarakaEvent? Json(string text)
    {
        var pairs = new HarakaEvent("");
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 32 });
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = reader.GetString()!;
                reader.Read();
                if (reader.TokenType == JsonTokenType.String) pairs._values.TryAdd(key, reader.GetString()!);
                else reader.Skip();
            }
        }
        catch (JsonException)
        {
            // A cut line: what stands before the cut counts.
        }
        catch (InvalidOperationException)
        {
            return null;
        }

        return pairs.Renamed();
    }

    private HarakaEvent? Renamed()
    {
        if (this["level"] is null || this["message"] is not { } message) return null;
        var result = new HarakaEvent(message) { Uuid = Known(this["uuid"] ?? this["connection_uuid"]), Origin = this["source"] ?? this["origin"] };
        foreach (var (key, value) in _values) result._values.TryAdd(key, value);
        return result;
    }

    /// <summary><c>key=value</c> and <c>key="value"</c>; older releases print objects: <c>{ code: 'DENY', msg: '…' }</c>.</summary>
    private void TakePairs(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && _values.Count < 64)
        {
            var end = text.IndexOfAny('=', ':');
            if (end < 0) return;
            var start = end;
            while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-')) start--;
            var key = text[start..end];
            var isObject = text[end] == ':';
            text = text[(end + 1)..];
            if (key.IsEmpty || (isObject && !text.StartsWith(" "))) continue;
            if (isObject) text = text[1..];
            if (isObject && (key is not ("code" or "msg" or "sender"))) continue;
            var value = Value(ref text, isObject);
            _values.TryAdd(key.ToString(), value);
        }
    }

    private static string Value(ref ReadOnlySpan<char> text, bool isObject)
    {
        if (!text.IsEmpty && (text[0] == '"' || (isObject && text[0] == '\'')))
        {
            var quote = text[0];
            for (var i = 1; i < text.Length; i++)
            {
                if (text[i] == '\\') i++;
                else if (text[i] == quote && (i + 1 == text.Length || text[i + 1] is ' ' or ','))
                {
                    var inner = text[1..i].ToString().Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\'", "'", StringComparison.Ordinal);
                    text = text[(i + 1)..];
                    return inner;
                }
            }

            var rest = text[1..].ToString();
            text = default;
            return rest;
        }

        var end = isObject ? text.IndexOfAny(" ,}") : text.IndexOf(' ');
        var value = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[end..];
        return value.ToString();
    }

    private static string? Known(string? uuid) => uuid is null or "-" or "" ? null : uuid;
}
