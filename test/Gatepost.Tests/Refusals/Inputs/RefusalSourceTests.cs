using System.Text;
using Gatepost.Refusals.Inputs;

namespace Gatepost.Tests.Refusals.Inputs;

public sealed class RefusalSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gatepost-source-");

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Event(int i) =>
        $$"""{"event":"bounce","email":"u{{i}}@example.org","sg_event_id":"{{i}}","reason":"550 5.1.1 no user {{i}}","timestamp":1700000000}""";

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public void Many_files_come_in_order_with_any_number_of_threads()
    {
        for (var i = 0; i < 300; i++) Write($"{i:000}.json", Event(i));
        var expected = Enumerable.Range(0, 300).Select(static i => $"u{i}@example.org");
        foreach (var workers in new[] { 1, 2, 5 })
            Assert.Equal(expected, new RefusalSource(workers: workers).Read([_folder.FullName], static item => item.Outcome.Refusals.Single().Recipient));
    }

    [Fact]
    public void Lines_of_JSON_are_read_in_pieces_with_their_line_numbers()
    {
        var path = Write("events.jsonl", string.Join('\n', Enumerable.Range(0, 20_000).Select(Event)) + "\n");
        var refusals = new RefusalSource(workers: 3).Read([path]).SelectMany(static item => item.Outcome.Refusals).ToList();
        Assert.Equal(20_000, refusals.Count);
        for (var i = 0; i < refusals.Count; i++)
        {
            Assert.Equal($"u{i}@example.org", refusals[i].Recipient);
            Assert.Equal(i + 1, refusals[i].Source.Line);
        }
    }

    [Fact]
    public void A_log_and_what_cannot_be_read_stand_in_the_same_sequence()
    {
        var line = "Nov  1 00:00:00 mx postfix/smtp[990]: 4F1A2B3C4D: to=<u@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.example.org[192.0.2.1] said: 550 5.1.1 no such user (in reply to RCPT TO command))\n";
        foreach (var repeat in new[] { 3, 3000 })
        {
            var log = Write($"log{repeat}", string.Concat(Enumerable.Repeat(line, repeat)));
            var items = new RefusalSource(workers: 2).Read([log, Path.Combine(_folder.FullName, "none"), log]).ToList();
            Assert.Equal(repeat * 2, items.Sum(static item => item.Outcome.Refusals.Count));
            Assert.Equal("no such file", Assert.Single(items, static item => item.Problem is not null).Problem);
            Assert.Equal([repeat, repeat], items.Where(static item => item.Log is not null).Select(static item => (int)item.Log!.Refusals));
            Assert.Equal(repeat, items.First(static item => item.Log is not null).Log!.Lines);
        }
    }

    [Fact]
    public void A_large_log_may_be_abandoned()
    {
        var line = "Nov  1 00:00:00 mx postfix/smtp[990]: 4F1A2B3C4D: to=<u@example.org>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx.example.org[192.0.2.1]:25: Connection timed out)\n";
        var log = Write("log", string.Concat(Enumerable.Repeat(line, 60_000)));
        Assert.NotEmpty(new RefusalSource(workers: 2).Read([log]).First().Outcome.Refusals);
    }

    [Fact]
    public void Standard_input_is_read_like_a_file()
    {
        var bytes = Encoding.UTF8.GetBytes($"[{Event(1)},\n{Event(2)}]");
        var item = Assert.Single(new RefusalSource(standardInput: () => new ChunkedStream(bytes, 5)).Read(["-"]));
        Assert.Equal(["-:1:2", "-:2:1"], item.Outcome.Refusals.Select(static r => r.Source.ToString()));
    }
}
