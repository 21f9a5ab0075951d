using Gatepost.Refusals.Logs;

namespace Gatepost.Tests.Refusals.Logs;

public sealed class LogClockTests
{
    private static readonly LogClock Clock = new(new FixedTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData(3, 1, 2026)]
    [InlineData(3, 2, 2026)]
    [InlineData(3, 3, 2025)]
    [InlineData(12, 31, 2025)]
    [InlineData(2, 29, 2024)]
    [InlineData(1, 1, 2026)]
    public void A_missing_year_is_the_newest_that_is_not_in_the_future(int month, int day, int year) =>
        Assert.Equal(new DateTimeOffset(year, month, day, 11, 0, 0, TimeSpan.Zero),
            Clock.Resolve(new LogStamp(null, month, day, TimeSpan.FromHours(11), null)));

    [Fact]
    public void What_is_no_time_is_null()
    {
        Assert.Null(Clock.Resolve(default));
        Assert.Null(Clock.Resolve(new LogStamp(null, 2, 30, default, null)));
        Assert.Null(Clock.Resolve(new LogStamp(null, 0, 1, default, null)));
        Assert.Null(Clock.Resolve(new LogStamp(2025, 2, 29, default, null)));
        Assert.Null(Clock.Resolve(new LogStamp(1, 1, 1, default, TimeSpan.FromHours(2))));
    }

    [Fact]
    public void The_written_offset_is_kept() =>
        Assert.Equal(TimeSpan.FromHours(2), Clock.Resolve(new LogStamp(2020, 1, 1, default, TimeSpan.FromHours(2)))!.Value.Offset);
}

internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
}
