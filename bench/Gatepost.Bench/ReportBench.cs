using System.Buffers;
using System.Diagnostics;
using System.Text;
using Gatepost.Diagnoses;
using Gatepost.Refusals.Inputs;
using Gatepost.Reports;

namespace Gatepost.Bench;

/// <summary>Reports written per CPU-second, of the diagnoses of whatever inputs are named.</summary>
internal static class ReportBench
{
    /// <summary><c>reports PATH [SECONDS]</c>.</summary>
    public static int Run(string[] args)
    {
        var seconds = args.Length > 1 ? double.Parse(args[1]) : 2;
        var refusals = new RefusalSource().Read([args[0]]).SelectMany(static item => item.Outcome.Refusals).Take(20_000).ToArray();
        var diagnoses = refusals.Select(static r => Rulebook.Default.Diagnose(r)).ToArray();
        Console.WriteLine($"{diagnoses.Length:N0} diagnoses");
        if (diagnoses.Length == 0) return 1;

        using var json = new JsonReport();
        var bytes = new ArrayBufferWriter<byte>();
        var text = new StringBuilder();
        Round("diagnose", refusals, seconds, static r => Rulebook.Default.Diagnose(r));
        Round("json", diagnoses, seconds, d =>
        {
            bytes.ResetWrittenCount();
            json.Write(d, bytes);
        });
        Round("admin text", diagnoses, seconds, d => AdminReport.Write(d, ReportStyle.Default, text.Clear()));
        Round("client text", diagnoses, seconds, d => ClientReport.Write(d, ReportStyle.Default, text.Clear()));
        var overview = new Overview();
        Round("overview", diagnoses, seconds, overview.Add);
        return 0;
    }

    private static void Round<T>(string name, T[] items, double seconds, Action<T> work)
    {
        foreach (var item in items) work(item);
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        long done = 0;
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            foreach (var item in items) work(item);
            done += items.Length;
        }

        process.Refresh();
        Console.WriteLine($"{name}: {done / (process.TotalProcessorTime - before).TotalSeconds:N0} per CPU-second");
    }
}
