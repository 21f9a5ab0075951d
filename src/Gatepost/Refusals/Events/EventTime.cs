using System.Globalization;

namespace Gatepost.Refusals.Events;

/// <summary>Reads times as providers write them.</summary>
internal static class EventTime
{
    private const double LastSecond = 1e11;
    private const double LastMillisecond = 1e14;
    private const double LastMicrosecond = 1e17;

    /// <summary>Unix seconds, milliseconds or microseconds (told by their size), with or without a fraction; RFC 3339; RFC 5322. Without a zone: UTC.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 64) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return FromUnix(number);
        if (text.Length < 10) return null;
        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var time)
            ? time
            : null;
    }

    private static DateTimeOffset? FromUnix(double number) => number switch
    {
        < 1 => null,
        < LastSecond => Add(number * 1e3),
        < LastMillisecond => Add(number),
        < LastMicrosecond => Add(number / 1e3),
        _ => null,
    };

    private static DateTimeOffset Add(double milliseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks((long)(Math.Round(milliseconds, 3) * TimeSpan.TicksPerMillisecond));
}
