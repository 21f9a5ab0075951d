using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gatepost.Refusals;
using Gatepost.Refusals.Logs;

namespace Gatepost.Bench;

/// <summary><c>log-make PATH SIZE</c> writes a log; <c>log-scan PATH [WORKERS [BLOCK-KIB]]</c> reads its refusals and times it.</summary>
internal static class LogBench
{
    public static int Make(string path, string size)
    {
        using var output = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
        var maker = new LogMaker(output);
        maker.Write(Size(size));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{maker.Bytes} bytes, {maker.Lines} lines, {maker.Refusals} refusals"));
        return 0;
    }

    public static int Scan(string path, ReadOnlySpan<string> settings)
    {
        var options = LogScanOptions.Default;
        if (settings.Length > 0) options = options with { Workers = int.Parse(settings[0], CultureInfo.InvariantCulture) };
        if (settings.Length > 1) options = options with { BlockBytes = int.Parse(settings[1], CultureInfo.InvariantCulture) << 10 };
        var clock = Stopwatch.StartNew();
        var head = new byte[64 << 10];
        using var input = LogScanner.Open(path);
        var detected = LogDetection.Detect(head.AsSpan(0, input.Read(head)), LogReaders.All(new LogClock(TimeProvider.System), ReadLimits.Default));
        input.Position = 0;
        long written = 0;
        var sink = new FormattingSink(
            static (refusal, output) =>
            {
                Encoding.UTF8.GetBytes($"{refusal.Source.Line}\t{refusal.Reply.Code}\t{refusal.Reply.Enhanced}\t{refusal.Recipient}\t{refusal.Reply.Text}\n", output);
            },
            bytes => written += bytes.Length);
        var summary = LogScanner.Scan(input, path, detected.Readers, sink, options);
        var wall = clock.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"refusals={summary.Refusals} unread={summary.NotUnderstood} lines={summary.Lines} seconds={wall:F3} cpu={cpu:F3} mbs={summary.Bytes / wall / 1e6:F0} mbs_cpu={summary.Bytes / cpu / 1e6:F0} rss_mb={process.PeakWorkingSet64 / 1e6:F1} formatted={written}"));
        return 0;
    }

    private static long Size(string text)
    {
        var unit = char.ToLowerInvariant(text[^1]) switch { 'k' => 1L << 10, 'm' => 1L << 20, 'g' => 1L << 30, _ => 1L };
        return long.Parse(unit == 1 ? text : text[..^1], CultureInfo.InvariantCulture) * unit;
    }
}
