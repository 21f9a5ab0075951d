using System.Text;
using System.Text.RegularExpressions;
using Gatepost.Refusals;
using Gatepost.Refusals.Logs;

namespace Gatepost.Tests.Refusals.Logs.Postfix;

public sealed partial class PostfixCorpusTests
{
    [Fact]
    public void Every_line_that_a_plain_pattern_takes_for_a_refusal_is_read()
    {
        var folder = SharedCorpus.Find("logs/postfix");
        Assert.SkipWhen(folder is null, "The shared corpus is not here.");
        var wrong = new List<string>();
        var refusals = 0;
        foreach (var line in Directory.GetFiles(folder, "*.log").SelectMany(File.ReadLines).Select(WithTag))
        {
            var expected = Expected().IsMatch(line);
            var read = PostfixDeliveryTests.Reader.ReadLine(Encoding.UTF8.GetBytes(line), default);
            if (expected) refusals++;
            if (expected != (read is not null)) wrong.Add(line);
            if (PostfixDeliveryTests.Reader.SeemsRefusal(Encoding.UTF8.GetBytes(line)) && read is null) wrong.Add("unread: " + line);
        }

        Assert.Empty(wrong);
        Assert.True(refusals > 20, $"only {refusals} refusals");
    }

    [Fact]
    public void The_scanner_reads_the_files_as_line_by_line()
    {
        var folder = SharedCorpus.Find("logs/postfix");
        Assert.SkipWhen(folder is null, "The shared corpus is not here.");
        var log = Directory.GetFiles(folder, "*.log").Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes).ToArray();
        var expected = PlainScan.Read(log, PostfixDeliveryTests.Reader, ReadLimits.Default);
        foreach (var block in new[] { 1, 2, 3, 7, 61, 1000, 4096, 1 << 20 })
            for (var workers = 1; workers <= 3; workers++)
            {
                var found = new List<string>();
                LogScanner.Scan(new MemoryStream(log), "log", [PostfixDeliveryTests.Reader], refusal => found.Add(RefusalText.ShowAll(refusal)),
                    new LogScanOptions { BlockBytes = block, Workers = workers }, TestContext.Current.CancellationToken);
                Assert.Equal(expected.Refusals, found);
            }
    }

    /// <summary>Some files give the kind of line in a first column instead of a tag.</summary>
    private static string WithTag(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab < 0 || !Column().IsMatch(line[..tab])) return line;
        var daemon = tab == 0 ? "smtpd" : line["POSTFIX_".Length..tab].ToLowerInvariant();
        return $"postfix/{daemon}[1]: {line[(tab + 1)..]}";
    }

    [GeneratedRegex("^(POSTFIX_[A-Z_]+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Column();

    [GeneratedRegex(@"status=(bounced|deferred|SOFTBOUNCE|undeliverable|(force-)?expired)|: (milter-|proxy-)?reject: |: (host |SASL )[^:]* (said|refused to talk to me): |: SASL [A-Z0-9-]+ authentication failed: ", RegexOptions.NonBacktracking)]
    private static partial Regex Expected();
}
