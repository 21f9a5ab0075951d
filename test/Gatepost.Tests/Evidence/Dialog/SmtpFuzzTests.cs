using System.Diagnostics;
using System.Text;
using CsCheck;
using Gatepost.Evidence.Dialog;
using Gatepost.Reports;

namespace Gatepost.Tests.Evidence.Dialog;

public class SmtpFuzzTests
{
    private static readonly string[] Pieces =
    [
        "220 ", "250 ", "250-", "550 ", "421 ", "334 ", "5.7.1 ", "\r\n", "\r\n", "\n", "\r", "\0", "x", " ", "-", "STARTTLS", "PIPELINING", "AUTH PLAIN", "\u0016\u0003\u0001", "\u00ff", "9",
    ];

    public static TheoryData<string> Corpus() => [.. Directory.EnumerateFiles(Repository.File("corpus/fuzz/smtp"), "*.txt").Select(static p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task Every_stream_of_the_corpus_has_an_outcome(string name) => await Hold(await File.ReadAllBytesAsync(Repository.File($"corpus/fuzz/smtp/{name}"), TestContext.Current.CancellationToken));

    [Fact]
    public async Task Every_jumble_has_an_outcome() =>
        await Gen.Int[0, Pieces.Length - 1].Array[0, 60].SampleAsync(static picks => Hold(Encoding.Latin1.GetBytes(string.Concat(picks.Select(static i => Pieces[i])))), iter: 200);

    private static async Task Hold(byte[] stream)
    {
        await using var server = new StreamServer(stream);
        var clock = Stopwatch.StartNew();
        var result = await Dialogs.Hold(Dialogs.Plan(server.Address, "a@example.com") with { Login = new Login("u", "s3cr3t-word") });
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
        Assert.NotEqual(DialogFault.NotTried, result.Outcome.Fault);
        var text = WireText.Format(result);
        Assert.DoesNotContain(text, static c => c != '\n' && char.IsControl(c));
        Assert.DoesNotContain("s3cr3t-word", text, StringComparison.Ordinal);
    }
}
