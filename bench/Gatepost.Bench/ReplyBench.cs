using System.Diagnostics;
using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Bench;

/// <summary>Reply lines diagnosed per CPU-second: read the reply, find the reason and the cause, make the diagnosis.</summary>
internal static class ReplyBench
{
    public static int Run(string path, int seconds)
    {
        var lines = File.ReadLines(path).Where(static l => !l.StartsWith('#') && l.Length > 0)
            .Select(static l => l.Split('\t')).Select(static f => f.Length == 3 ? f[2] : f.Length > 7 ? f[1] : f[0]).ToArray();
        if (lines.Length == 0) return 2;
        var book = Rulebook.Default;
        Measure(lines, 1);
        var (count, cpu, sum) = Measure(lines, seconds);
        foreach (var stage in (ReadOnlySpan<string>)["parse", "phrases", "reason", "diagnosis"])
        {
            var (n, c) = Stage(lines, stage);
            Console.WriteLine($"  {stage}: {c / n * 1e9:N0} ns a line");
        }

        Console.WriteLine($"  {book.Phrases.Positions:N0} positions, {book.Phrases.States:N0} states made");
        var (each, eachCpu, _) = Measure(lines, seconds, remember: false);
        Console.WriteLine($"every line as if new: {each / eachCpu:N0} a CPU-second");
        Console.WriteLine($"{lines.Length} different lines again and again: {count} diagnosed, {cpu:F2} CPU-s, {count / cpu:N0} a CPU-second (check {sum})");
        return 0;
    }

    private static (long Count, double Cpu) Stage(string[] lines, string stage)
    {
        var book = Rulebook.Default;
        var refusals = lines.Select(static l => new Refusal { Format = InputFormat.Text, Source = new SourceSpan("-", 1), Reply = Reply.Parse(l) }).ToArray();
        var hits = new Gatepost.Diagnoses.Text.PhraseHits(book.Phrases.Groups);
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        long count = 0;
        while (watch.Elapsed.TotalSeconds < 1)
        {
            for (var i = 0; i < lines.Length; i++)
            {
                switch (stage)
                {
                    case "parse": Reply.Parse(lines[i]); break;
                    case "phrases": hits.Clear(); book.Phrases.Find(refusals[i].Reply.Text, hits); break;
                    case "diagnosis": book.Work(refusals[i], null); break;
                    default: book.FindReason(book.CaseOf(refusals[i])); break;
                }

                count++;
            }
        }

        process.Refresh();
        return (count, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static (long Count, double Cpu, long Sum) Measure(string[] lines, int seconds, bool remember = true)
    {
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var book = Rulebook.Default;
        long count = 0, sum = 0;
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            foreach (var line in lines)
            {
                var refusal = new Refusal { Format = InputFormat.Text, Source = new SourceSpan("-", 1), Reply = Reply.Parse(line) };
                var diagnosis = remember ? book.Diagnose(refusal) : book.Work(refusal, null);
                sum += (int)diagnosis.Owner;
                count++;
            }
        }

        process.Refresh();
        return (count, (process.TotalProcessorTime - before).TotalSeconds, sum);
    }
}
