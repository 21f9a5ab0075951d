namespace Gatepost.Refusals.Logs;

/// <summary>
/// The time of a log line as it is written: syslog's form (RFC 3164) has no year, most forms have no offset from UTC.
/// <see cref="LogClock"/> makes a time of it.
/// </summary>
/// <param name="Year">The year; null where the line has none.</param>
/// <param name="Month">1 to 12; 0 where the month's name is in a language that is not known.</param>
/// <param name="Day">1 to 31.</param>
/// <param name="TimeOfDay">Hours to fractions of a second.</param>
/// <param name="Offset">Offset from UTC; null where the line has none.</param>
public readonly record struct LogStamp(int? Year, int Month, int Day, TimeSpan TimeOfDay, TimeSpan? Offset)
{
    /// <summary>False for <c>default</c>: the line has no time.</summary>
    public bool IsPresent => Day != 0;

    internal static LogStamp Of(DateTimeOffset time) =>
        new(time.Year, time.Month, time.Day, time.TimeOfDay, time.Offset);
}
