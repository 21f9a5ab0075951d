using System.Text.Json;

namespace Gatepost.Refusals.Events;

/// <summary>
/// Walks over the JSON values in some bytes: one, several one after another, one a line, or the elements of a list. What is
/// broken is passed over up to the next line that begins a value; a value that is cut off at the end is closed.
/// </summary>
internal ref struct JsonValues
{
    private const int MaxDepth = 64;

    /// <summary>Stretches that are no JSON, after which the rest is left: each costs an exception.</summary>
    private const int MaxBroken = 500;
    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
        AllowMultipleValues = true,
    };

    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;
    private bool _inList;

    /// <summary>Starts before the first value.</summary>
    public JsonValues(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Where the value of the last <see cref="TryNext"/> starts.</summary>
    public int Start { get; private set; }

    /// <summary>Its length in bytes.</summary>
    public int Length { get; private set; }

    /// <summary>True where the value was cut off and closed here.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>How many stretches of bytes were passed over because they are no JSON.</summary>
    public int Broken { get; private set; }

    /// <summary>The next value; null at the end. The caller disposes of it.</summary>
    public JsonDocument? TryNext()
    {
        while (true)
        {
            SkipBetween();
            if (_at >= _bytes.Length || Broken == MaxBroken) return null;
            Start = _at;
            if (_bytes[_at] == '[' && !_inList)
            {
                _inList = true;
                _at++;
                continue;
            }

            if (_bytes[_at] is (byte)'{' or (byte)'[' && TryParse() is { } value) return value;
            Broken++;
            SkipBroken();
        }
    }

    private JsonDocument? TryParse()
    {
        var rest = _bytes[_at..];
        var reader = new Utf8JsonReader(rest, isFinalBlock: false, new JsonReaderState(Options));
        try
        {
            IsCutOff = !JsonDocument.TryParseValue(ref reader, out var value);
            if (value is null)
            {
                if (JsonClosing.Close(rest, Options) is not { } closed) return null;
                var whole = new Utf8JsonReader(closed, isFinalBlock: true, new JsonReaderState(Options));
                value = JsonDocument.ParseValue(ref whole);
            }

            Length = IsCutOff ? rest.Length : (int)reader.BytesConsumed;
            _at += Length;
            return value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void SkipBetween()
    {
        while (_at < _bytes.Length)
        {
            var b = _bytes[_at];
            if (b == ']') _inList = false;
            else if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)';' or 0 or 0x1E)) return;
            _at++;
        }
    }

    /// <summary>To the next line that begins with <c>{</c> or <c>[</c>.</summary>
    private void SkipBroken()
    {
        _inList = false;
        while (true)
        {
            var end = _bytes[_at..].IndexOf((byte)'\n');
            _at = end < 0 ? _bytes.Length : _at + end + 1;
            if (_at >= _bytes.Length || _bytes[_at] is (byte)'{' or (byte)'[') return;
        }
    }
}
