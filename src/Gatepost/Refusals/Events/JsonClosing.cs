using System.Text.Json;

namespace Gatepost.Refusals.Events;

/// <summary>Closes JSON that is cut off: keeps the values that are whole and ends the objects and lists that are open.</summary>
internal static class JsonClosing
{
    /// <summary>The closed value; null where the bytes are broken before their end, or hold nothing whole.</summary>
    public static byte[]? Close(ReadOnlySpan<byte> bytes, JsonReaderOptions options)
    {
        var open = new Stack<byte>();
        var whole = 0;
        var openAtWhole = 0;
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(options));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject) open.Push((byte)'}');
                else if (reader.TokenType is JsonTokenType.StartArray) open.Push((byte)']');
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName) continue;
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) open.Pop();
                if (open.Count == 0) return null;
                (whole, openAtWhole) = ((int)reader.BytesConsumed, open.Count);
            }
        }
        catch (JsonException)
        {
            return null;
        }

        if (whole == 0) return null;
        while (open.Count > openAtWhole) open.Pop();
        return [.. bytes[..whole], .. open];
    }
}
