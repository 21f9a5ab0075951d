using System.Diagnostics;
using System.Net;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;

namespace Gatepost.Bench;

/// <summary>
/// Dialogs a second with a sink on loopback, one recipient each: <c>dialogs PORT COUNT PARALLEL [single]</c>. The sink is another process
/// (<c>sink PORT [MS-A-REPLY]</c>), so that time and memory are the engine's own.
/// </summary>
internal static class DialogBench
{
    public static int Run(int port, int count, int parallel, bool mayPipeline)
    {
        var dialer = new SocketDialer(DirectRoutes.Instance, TimeProvider.System);
        var plan = new DialogPlan("sink.example", new IPEndPoint(IPAddress.Loopback, port), "bench.example")
        {
            Envelopes = [new Envelope("", ["a@example.com"])],
            MayPipeline = mayPipeline,
        };
        Hold(dialer, plan, Math.Min(count, 200), 50).Wait();
        using var process = Process.GetCurrentProcess();
        var (cpu, allocated, began) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
        var refused = Hold(dialer, plan, count, parallel).Result;
        var elapsed = Stopwatch.GetElapsedTime(began);
        process.Refresh();
        Console.WriteLine(FormattableString.Invariant(
            $"{count} dialogs, {parallel} at once, {refused} refused as they should: {count / elapsed.TotalSeconds:F0}/s, {(process.TotalProcessorTime - cpu).TotalMilliseconds * 1000 / count:F0} us CPU and {(GC.GetTotalAllocatedBytes() - allocated) / count} octets allocated each, peak {Peak()}"));
        return refused == count ? 0 : 1;
    }

    private static string Peak() => File.ReadLines("/proc/self/status").FirstOrDefault(static l => l.StartsWith("VmHWM", StringComparison.Ordinal)) ?? "?";

    private static async Task<int> Hold(SocketDialer dialer, DialogPlan plan, int count, int parallel)
    {
        var (left, refused) = (count, 0);
        await Task.WhenAll(Enumerable.Range(0, parallel).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                if ((await dialer.Hold(plan, CancellationToken.None)).Recipients[0].IsAccepted == false) Interlocked.Increment(ref refused);
        }));
        return refused;
    }
}
