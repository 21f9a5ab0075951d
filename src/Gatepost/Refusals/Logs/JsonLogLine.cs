using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gatepost.Refusals.Logs;

/// <summary>
/// Turns a log line that stands in JSON into a plain one, so that readers need not know: <c>journalctl -o json</c>
/// (MESSAGE, SYSLOG_IDENTIFIER, _HOSTNAME, __REALTIME_TIMESTAMP) and Docker's json-file (log, time). One for each worker.
/// </summary>
internal sealed class JsonLogLine
{
    /// <summary>Stands in journal lines whose message is an array of bytes, in which no other needle is found.</summary>
    public const string BytesNeedle = "\"MESSAGE\":[";

    private readonly ArrayBufferWriter<byte> _plain = new(512);
    private readonly ArrayBufferWriter<byte> _message = new(512);

    /// <summary>False where the line is none of these. <paramref name="plain"/> holds until the next call.</summary>
    public bool TryUnwrap(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> plain)
    {
        plain = default;
        if (line.IsEmpty || line[0] != '{' || (line.IndexOf("\"MESSAGE\""u8) < 0 && line.IndexOf("\"log\""u8) < 0)) return false;
        _plain.ResetWrittenCount();
        _message.ResetWrittenCount();
        string? host = null, program = null, pid = null, time = null;
        var hasMessage = false;
        try
        {
            var reader = new Utf8JsonReader(line);
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName) continue;
                if (reader.ValueTextEquals("MESSAGE"u8) || reader.ValueTextEquals("log"u8)) hasMessage = ReadMessage(ref reader);
                else if (reader.ValueTextEquals("_HOSTNAME"u8)) host = ReadText(ref reader);
                else if (reader.ValueTextEquals("SYSLOG_IDENTIFIER"u8)) program = ReadText(ref reader);
                else if (reader.ValueTextEquals("SYSLOG_PID"u8) || (pid is null && reader.ValueTextEquals("_PID"u8))) pid = ReadText(ref reader);
                else if (reader.ValueTextEquals("time"u8)) time = ReadText(ref reader);
                else if (reader.ValueTextEquals("__REALTIME_TIMESTAMP"u8)) time = FromMicroseconds(ReadText(ref reader));
            }
        }
        catch (JsonException)
        {
            // A line that was cut: what stands before the cut counts.
        }
        catch (InvalidOperationException)
        {
            // Text that is no UTF-8.
            return false;
        }

        if (!hasMessage) return false;
        if (time is not null) Append($"{time} ");
        // A host is known as such by the time before it.
        if (time is not null && program is not null) Append($"{host ?? "-"} ");
        if (program is not null) Append(pid is null ? $"{program}: " : $"{program}[{pid}]: ");
        _plain.Write(_message.WrittenSpan.TrimEnd("\r\n"u8));
        plain = _plain.WrittenSpan;
        return true;
    }

    private bool ReadMessage(ref Utf8JsonReader reader)
    {
        _message.ResetWrittenCount();
        if (!reader.Read()) return false;
        if (reader.TokenType == JsonTokenType.String)
        {
            var room = _message.GetSpan(reader.ValueSpan.Length);
            _message.Advance(reader.CopyString(room));
            return true;
        }

        if (reader.TokenType != JsonTokenType.StartArray) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
            if (reader.TryGetByte(out var value)) _message.Write([value]);
        return true;
    }

    private static string? ReadText(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType is JsonTokenType.String or JsonTokenType.Number
            ? Encoding.UTF8.GetString(reader.ValueSpan)
            : null;

    private static string? FromMicroseconds(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds < 253_402_300_799_000_000
            ? DateTimeOffset.UnixEpoch.AddTicks(microseconds * 10).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture)
            : null;

    private void Append(string text)
    {
        var room = _plain.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        _plain.Advance(Encoding.UTF8.GetBytes(text, room));
    }
}
