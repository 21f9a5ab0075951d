using System.Diagnostics;
using Gatepost.Refusals;
using Gatepost.Refusals.Inputs;

namespace Gatepost.Bench;

/// <summary>Times the way from paths to refusals: finding, opening, cutting an mbox, and all of it.</summary>
internal static class InputsBench
{
    public static int Run(string path, int workers)
    {
        for (var round = 0; round < 3; round++)
        {
            Time("find", () => InputFinder.Find([path]).LongCount());
            Time("open, one thread", () => Open(path));
            Time("read", () => new RefusalSource(workers: workers).Read([path], static item => item.Outcome.Refusals.Count).LongCount());
        }

        return 0;
    }

    private static long Open(string path)
    {
        var opener = new InputOpener(ReadLimits.Default);
        var count = 0L;
        foreach (var entry in InputFinder.Find([path]))
        {
            using var input = opener.Open(entry).Input;
            if (input is null) continue;
            count += input.IsWhole ? 1 : new MboxSplitter(input.OpenRead(), input.Source, ReadLimits.Default).Split().LongCount();
        }

        return count;
    }

    private static void Time(string what, Func<long> work)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var count = work();
        var used = Environment.CpuUsage.TotalTime - cpu;
        Console.WriteLine($"{what}: {count} in {watch.Elapsed.TotalSeconds:F3} s, {count / watch.Elapsed.TotalSeconds:F0}/s, {count / used.TotalSeconds:F0} per CPU-second, {Environment.WorkingSet >> 20} MB");
    }
}
