using CsCheck;
using Gatepost.Evidence.Bulk;

namespace Gatepost.Tests.Evidence.Bulk;

public sealed class BulkScheduleTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static List<int> TakeAll(BulkSchedule<int> schedule, TimeSpan now)
    {
        var taken = new List<int>();
        while (schedule.TryTake(now, out var item)) taken.Add(item);
        return taken;
    }

    [Fact]
    public void One_of_a_provider_at_a_time_and_a_second_apart()
    {
        var schedule = new BulkSchedule<int>(10, Second);
        schedule.Add(1, "a", default);
        schedule.Add(2, "a", default);
        schedule.Add(3, "b", default);
        schedule.Add(4, null, default);
        Assert.Equal([1, 3, 4], TakeAll(schedule, default));
        Assert.Null(schedule.NextAt);
        schedule.Done("a", Second);
        Assert.Equal(2 * Second, schedule.NextAt);
        Assert.Empty(TakeAll(schedule, Second * 1.9));
        Assert.Equal([2], TakeAll(schedule, 2 * Second));
        Assert.Equal((0, 3), (schedule.Waiting, schedule.InFlight));
    }

    [Fact]
    public void A_provider_that_was_just_asked_is_remembered_for_the_gap_and_no_longer()
    {
        var schedule = new BulkSchedule<int>(10, Second);
        schedule.Add(1, "a", default);
        TakeAll(schedule, default);
        schedule.Done("a", default);
        schedule.Add(2, "a", Second / 2);
        Assert.Empty(TakeAll(schedule, Second / 2));
        Assert.Equal([2], TakeAll(schedule, Second));
        schedule.Done("a", Second);
        TakeAll(schedule, 3 * Second);
        Assert.Equal(0, schedule.Lanes);
    }

    [Fact]
    public void Never_more_in_flight_than_allowed()
    {
        var schedule = new BulkSchedule<int>(2, Second);
        for (var i = 0; i < 5; i++) schedule.Add(i, null, default);
        Assert.Equal([0, 1], TakeAll(schedule, default));
        schedule.Done(null, default);
        Assert.Equal([2], TakeAll(schedule, default));
    }

    [Fact]
    public void Whatever_happens_the_rules_hold_and_nothing_is_lost() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 900]).Array[1, 200].Sample(static steps =>
        {
            const int parallel = 3;
            var schedule = new BulkSchedule<(int Id, string? Provider)>(parallel, Second);
            var (now, taken, flying, ended) = (TimeSpan.Zero, new HashSet<int>(), new List<(int Id, string? Provider)>(), new Dictionary<string, TimeSpan>());
            void Take()
            {
                while (schedule.TryTake(now, out var item))
                {
                    Assert.True(taken.Add(item.Id));
                    if (item.Provider is { } p) Assert.True(!flying.Any(f => f.Provider == p) && (!ended.TryGetValue(p, out var end) || now >= end + Second));
                    flying.Add(item);
                    Assert.True(flying.Count <= parallel);
                }
            }

            void EndOne()
            {
                var done = flying[0];
                flying.RemoveAt(0);
                if (done.Provider is not null) ended[done.Provider] = now;
                schedule.Done(done.Provider, now);
            }

            for (var i = 0; i < steps.Length; i++)
            {
                now += TimeSpan.FromMilliseconds(steps[i].Item2);
                schedule.Add((i, steps[i].Item1 == 0 ? null : $"p{steps[i].Item1}"), steps[i].Item1 == 0 ? null : $"p{steps[i].Item1}", now);
                Take();
                if (flying.Count > 1) EndOne();
            }

            while (taken.Count < steps.Length)
            {
                if (flying.Count > 0) EndOne();
                else now = schedule.NextAt ?? throw new InvalidOperationException("items wait and nothing will start them");
                Take();
            }
        });
}
