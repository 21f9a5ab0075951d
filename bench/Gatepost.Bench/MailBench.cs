using System.Diagnostics;
using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Refusals.Mail;

namespace Gatepost.Bench;

/// <summary>Mails read per CPU-second: all files of a folder held in memory, read again and again.</summary>
internal static class MailBench
{
    /// <summary><c>mails FOLDER [SECONDS]</c>.</summary>
    public static int Run(string[] args)
    {
        if (args.Length == 0 || !Directory.Exists(args[0]))
        {
            Console.Error.WriteLine("usage: mails FOLDER [SECONDS]");
            return 2;
        }

        var seconds = args.Length > 1 ? double.Parse(args[1]) : 5;
        var mails = Directory.GetFiles(args[0], "*.eml").Order(StringComparer.Ordinal)
            .Select(static path => new Document(Path.GetFileName(path), File.ReadAllBytes(path))).ToArray();
        var reader = new MailReader();
        var bytes = mails.Sum(static m => (long)m.Bytes.Length);
        Console.WriteLine($"{mails.Length} mails, {bytes:N0} bytes, {bytes / Math.Max(1, mails.Length):N0} a mail");
        foreach (var diagnose in (bool[])[false, true])
        {
            Round(reader, mails, 1, diagnose);
            for (var i = 1; i <= 3; i++)
                Console.WriteLine($"{(diagnose ? "read and diagnosed" : "read")}: {Round(reader, mails, seconds / 3, diagnose):N0} mails per CPU-second");
        }

        return 0;
    }

    private static double Round(MailReader reader, Document[] mails, double seconds, bool diagnose)
    {
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        long read = 0, refusals = 0;
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            foreach (var mail in mails)
            {
                var found = reader.Read(mail, ReadLimits.Default).Refusals;
                refusals += found.Count;
                if (!diagnose) continue;
                foreach (var refusal in found)
                    if (Rulebook.Default.Diagnose(refusal).Owner > Owner.Nobody) refusals++;
            }

            read += mails.Length;
        }

        process.Refresh();
        if (refusals == 0) Console.WriteLine("no refusals");
        return read / (process.TotalProcessorTime - before).TotalSeconds;
    }
}
