using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gatepost.Evidence.Worlds;

/// <summary>
/// Reads members of JSON objects by their kind. The first that is missing or of another kind is the <see cref="Problem"/>;
/// what is read after it is meaningless, and harmless.
/// </summary>
internal sealed class WorldFields(ReadOnlyMemory<byte> file)
{
    public WorldProblem? Problem { get; private set; }

    /// <summary>Notes a problem at an element, where none was noted before.</summary>
    public void Fault(JsonElement at, string message) => Problem ??= ProblemAt(file.Span, Offset(at), message);

    public static WorldProblem ProblemAt(ReadOnlySpan<byte> file, int offset, string message)
    {
        var before = file[..Math.Clamp(offset, 0, file.Length)];
        return new WorldProblem(message, before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
    }

    public string Text(JsonElement parent, string name) => Known(parent, name) ?? Missing(parent, name, "");

    public string? Known(JsonElement parent, string name) => Member(parent, name) is { } member ? Value(member) : null;

    /// <summary>A string's text.</summary>
    public string Value(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            try
            {
                return element.GetString()!;
            }
            catch (InvalidOperationException)
            {
                // A lone surrogate as an escape: JSON allows it, Unicode does not.
            }
        }

        Fault(element, "a string is expected");
        return "";
    }

    public int Number(JsonElement parent, string name) => KnownNumber(parent, name) ?? Missing(parent, name, 0);

    public int? KnownNumber(JsonElement parent, string name)
    {
        if (Member(parent, name) is not { } member) return null;
        if (member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var number)) return number;
        Fault(member, $"{name} is a whole number");
        return null;
    }

    public bool Flag(JsonElement parent, string name, bool otherwise)
    {
        if (Member(parent, name) is not { } member) return otherwise;
        if (member.ValueKind is JsonValueKind.True or JsonValueKind.False) return member.GetBoolean();
        Fault(member, $"{name} is true or false");
        return otherwise;
    }

    public T Enum<T>(JsonElement parent, string name) where T : struct, Enum
    {
        if (WorldNames<T>.Find(Text(parent, name)) is { } value) return value;
        if (Member(parent, name) is { } member) Fault(member, $"{name} has no such value");
        return default;
    }

    public DateTimeOffset Time(JsonElement parent, string name) => KnownTime(parent, name) ?? Missing(parent, name, default(DateTimeOffset));

    public DateTimeOffset? KnownTime(JsonElement parent, string name) => Parsed<DateTimeOffset>(parent, name, "a time in UTC as RFC 3339 has it",
        static text => DateTimeOffset.TryParseExact(text, WorldJson.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null);

    public TimeSpan Span(JsonElement parent, string name) => Parsed<TimeSpan>(parent, name, "a span of time, hh:mm:ss",
        static text => TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) ? span : null) ?? default;

    public IPEndPoint? KnownEndPoint(JsonElement parent, string name) =>
        Parsed(parent, name, "an address and port", static text => IPEndPoint.TryParse(text, out var address) ? address : null);

    public IPEndPoint EndPoint(JsonElement parent, string name) => KnownEndPoint(parent, name) ?? Missing(parent, name, new IPEndPoint(IPAddress.None, 0));

    public IPAddress? KnownAddress(JsonElement parent, string name) =>
        Parsed(parent, name, "an address", static text => IPAddress.TryParse(text, out var address) ? address : null);

    /// <summary>An object member; null where there is none.</summary>
    public JsonElement? Object(JsonElement parent, string name)
    {
        if (Member(parent, name) is not { } member || member.ValueKind == JsonValueKind.Object) return Member(parent, name);
        Fault(member, $"{name} is an object");
        return null;
    }

    /// <summary>A list, each element read by the function; empty where there is none.</summary>
    public IReadOnlyList<T> List<T>(JsonElement parent, string name, Func<JsonElement, T> read)
    {
        if (Member(parent, name) is not { } member) return [];
        if (member.ValueKind != JsonValueKind.Array)
        {
            Fault(member, $"{name} is a list");
            return [];
        }

        var items = new List<T>(member.GetArrayLength());
        foreach (var element in member.EnumerateArray())
        {
            items.Add(read(element));
            if (Problem is not null) return [];
        }

        return items;
    }

    private JsonElement? Member(JsonElement parent, string name)
    {
        if (parent.ValueKind == JsonValueKind.Object)
            return parent.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
        Fault(parent, "an object is expected");
        return null;
    }

    private T? Parsed<T>(JsonElement parent, string name, string expected, Func<string, T?> parse)
    {
        if (Known(parent, name) is not { } text) return default;
        var value = parse(text);
        if (value is null && Member(parent, name) is { } member) Fault(member, $"{name} is {expected}");
        return value;
    }

    private T? Parsed<T>(JsonElement parent, string name, string expected, Func<string, T?> parse) where T : struct
    {
        if (Known(parent, name) is not { } text) return null;
        var value = parse(text);
        if (value is null && Member(parent, name) is { } member) Fault(member, $"{name} is {expected}");
        return value;
    }

    private T Missing<T>(JsonElement parent, string name, T value)
    {
        Fault(parent, $"{name} is missing");
        return value;
    }

    // Where an element's octets lie in the file, which the document did not copy.
    private int Offset(JsonElement element) =>
        file.Span.Overlaps(JsonMarshal.GetRawUtf8Value(element), out var offset) ? offset : 0;
}
