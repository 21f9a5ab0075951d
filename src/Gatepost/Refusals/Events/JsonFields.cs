using System.Text.Json;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Events;

/// <summary>Reads fields that may be there or not, of whatever type: what does not fit is null.</summary>
internal static class JsonFields
{
    /// <summary>The value behind a path of names; of kind Undefined where there is none.</summary>
    public static JsonElement At(this JsonElement e, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (e.ValueKind != JsonValueKind.Object || !e.TryGetProperty(name, out e)) return default;
        return e;
    }

    /// <summary>True where the object has all the names, with values that are not null.</summary>
    public static bool Has(this JsonElement e, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (e.At(name).ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return false;
        return true;
    }

    /// <summary>True where the value behind the name is an object.</summary>
    public static bool HasObject(this JsonElement e, string name) => e.At(name).ValueKind == JsonValueKind.Object;

    /// <summary>A string that is not empty, or a number or truth value as text.</summary>
    public static string? Text(this JsonElement e, params ReadOnlySpan<string> path)
    {
        e = e.At(path);
        return e.ValueKind switch
        {
            JsonValueKind.String => StringOf(e) is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => e.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };
    }

    /// <summary>A truth value, a number that is 0 or not, or its word.</summary>
    public static bool? Flag(this JsonElement e, params ReadOnlySpan<string> path) => e.Text(path) switch
    {
        "true" or "1" or "True" or "yes" => true,
        "false" or "0" or "False" or "no" => false,
        _ => null,
    };

    /// <summary>A bare address: of a string, of the first of a list, of an object with <c>email</c> or <c>address</c>.</summary>
    public static string? Address(this JsonElement e, params ReadOnlySpan<string> path)
    {
        e = e.At(path);
        for (var depth = 0; depth < 4; depth++)
        {
            switch (e.ValueKind)
            {
                case JsonValueKind.String:
                    return EventText.Address(StringOf(e));
                case JsonValueKind.Array when e.GetArrayLength() > 0:
                    e = e[0];
                    break;
                case JsonValueKind.Object:
                    e = e.Has("email") ? e.At("email") : e.At("address");
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The elements of a list; a value that is no list is its own only element; nothing for null and for what is not there.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement e, params ReadOnlySpan<string> path)
    {
        e = e.At(path);
        return e.ValueKind switch
        {
            JsonValueKind.Array => e.EnumerateArray(),
            JsonValueKind.Undefined or JsonValueKind.Null => [],
            _ => [e],
        };
    }

    /// <summary>A time; see <see cref="EventTime.Parse"/>.</summary>
    public static DateTimeOffset? Time(this JsonElement e, params ReadOnlySpan<string> path) => EventTime.Parse(e.Text(path));

    /// <summary>An enhanced status code that is all of the value.</summary>
    public static EnhancedStatus? Status(this JsonElement e, params ReadOnlySpan<string> path) =>
        EnhancedStatus.TryParse(e.Text(path).AsSpan().Trim(), out var status) ? status : null;

    /// <summary>The string's value; where its bytes are no valid text, as it stands in the source.</summary>
    private static string StringOf(JsonElement e)
    {
        try
        {
            return e.GetString()!;
        }
        catch (InvalidOperationException)
        {
            try
            {
                return e.GetRawText().Trim('"');
            }
            catch (InvalidOperationException)
            {
                return "\uFFFD";
            }
        }
    }
}
