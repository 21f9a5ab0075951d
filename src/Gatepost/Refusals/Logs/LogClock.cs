namespace Gatepost.Refusals.Logs;

/// <summary>
/// Makes times of what log lines say. A missing year is the newest that does not put the line more than a day into the
/// future; a missing offset is that of the time provider's local zone, which is the log's own where it is read at home.
/// Immutable and thread-safe.
/// </summary>
public sealed class LogClock
{
    private readonly DateTime _latest;
    private readonly TimeZoneInfo _zone;
    private readonly bool _isUtc;

    /// <summary>Takes the present from <paramref name="time"/>, once.</summary>
    public LogClock(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _zone = time.LocalTimeZone;
        _isUtc = _zone.BaseUtcOffset == TimeSpan.Zero && !_zone.SupportsDaylightSavingTime;
        _latest = time.GetLocalNow().DateTime.AddDays(1);
    }

    /// <summary>The time; null where the stamp is not there, or is no time (30 February).</summary>
    public DateTimeOffset? Resolve(in LogStamp stamp)
    {
        if (!stamp.IsPresent || stamp.Month is < 1 or > 12 || stamp.TimeOfDay >= TimeSpan.FromDays(1)) return null;
        if (Date(stamp) is not { } date) return null;
        var local = date + stamp.TimeOfDay;
        var offset = stamp.Offset ?? (_isUtc ? TimeSpan.Zero : _zone.GetUtcOffset(local));
        var utc = local.Ticks - offset.Ticks;
        return utc < 0 || utc > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(local, offset);
    }

    private DateTime? Date(in LogStamp stamp)
    {
        if (stamp.Year is { } year) return OfYear(year, stamp);
        // 29 February can lie as far as eight years back.
        for (var candidate = _latest.Year; candidate > _latest.Year - 9; candidate--)
            if (OfYear(candidate, stamp) is { } date && date + stamp.TimeOfDay <= _latest) return date;
        return null;
    }

    private static DateTime? OfYear(int year, in LogStamp stamp) =>
        year is < 1 or > 9999 || stamp.Day > DateTime.DaysInMonth(year, stamp.Month)
            ? null
            : new DateTime(year, stamp.Month, stamp.Day, 0, 0, 0, DateTimeKind.Unspecified);
}
