using CsCheck;
using Gatepost.Refusals.Inputs;

namespace Gatepost.Tests.Refusals.Inputs;

public sealed class OrderedParallelTests
{
    private const int Patience = 20_000;

    [Fact]
    public void Results_come_in_the_order_of_the_items_whatever_the_work_takes() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[1, 8], Gen.Int[0, 1 << 20]).Sample(
            (count, workers, seed) =>
            {
                var results = OrderedParallel.Select(Enumerable.Range(0, count), i => Dawdle(i, seed), workers, static i => i % 7, heaviest: 10).ToList();
                return results.SequenceEqual(Enumerable.Range(0, count).Select(static i => i * 3));
            },
            iter: 60);

    private static int Dawdle(int i, int seed)
    {
        Thread.SpinWait(((i * 7919) ^ seed) % 500);
        return i * 3;
    }

    [Fact]
    public void An_exception_of_the_work_comes_out_at_its_place()
    {
        var seen = new List<int>();
        var thrown = Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var i in OrderedParallel.Select(Enumerable.Range(0, 1000), static i => i == 137 ? throw new InvalidOperationException("137") : i, 4)) seen.Add(i);
        });
        Assert.Equal("137", thrown.Message);
        Assert.Equal(Enumerable.Range(0, 137), seen);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(50)]
    public void An_exception_of_the_sequence_comes_out_after_all_results_before_it(int at)
    {
        var seen = new List<int>();
        Assert.Throws<FormatException>(() =>
        {
            foreach (var i in OrderedParallel.Select(Broken(at), static i => i, 4)) seen.Add(i);
        });
        Assert.Equal(Enumerable.Range(0, at), seen);
    }

    private static IEnumerable<int> Broken(int at)
    {
        for (var i = 0; i < at; i++) yield return i;
        throw new FormatException();
    }

    [Fact]
    public void No_more_items_are_under_way_than_the_bounds_allow()
    {
        var taken = 0;
        var most = 0;
        var given = 0;
        foreach (var _ in OrderedParallel.Select(Count(), static i => i, 2, static _ => 100, heaviest: 250))
        {
            Thread.Sleep(1);
            most = Math.Max(most, Volatile.Read(ref taken) - given);
            given++;
        }

        Assert.InRange(most, 1, 5);

        IEnumerable<int> Count()
        {
            for (var i = 0; i < 60; i++)
            {
                Interlocked.Increment(ref taken);
                yield return i;
            }
        }
    }

    [Fact]
    public void One_item_that_is_heavier_than_the_bound_passes() =>
        Assert.Equal([1, 2, 3], OrderedParallel.Select([1, 2, 3], static i => i, 3, static _ => long.MaxValue / 8, heaviest: 1));

    [Fact]
    public void Abandoning_ends_the_workers_and_the_sequence()
    {
        var disposed = false;
        foreach (var i in OrderedParallel.Select(Endless(), static i => i, 4))
            if (i == 100) break;
        Assert.True(disposed);

        IEnumerable<int> Endless()
        {
            try
            {
                for (var i = 0; ; i++) yield return i;
            }
            finally
            {
                disposed = true;
            }
        }
    }

    [Fact(Timeout = Patience)]
    public Task Several_threads_work_at_once() => Task.Run(
        () =>
        {
            using var meeting = new Barrier(3);
            var results = OrderedParallel.Select(Enumerable.Range(0, 3), i => meeting.SignalAndWait(Patience) ? i : -1, 3).ToList();
            Assert.Equal([0, 1, 2], results);
        },
        TestContext.Current.CancellationToken);

    [Fact]
    public void One_item_is_worked_on_by_the_caller()
    {
        var caller = Environment.CurrentManagedThreadId;
        Assert.Equal(caller, OrderedParallel.Select([0], static _ => Environment.CurrentManagedThreadId, 4).Single());
    }
}
