using System.Text;
using CsCheck;
using Gatepost.Refusals;
using Gatepost.Refusals.Events;

namespace Gatepost.Tests.Refusals.Events;

public sealed class EventsReaderTests
{
    private static string Event(string recipient) =>
        $$"""{"event":"bounce","email":"{{recipient}}","sg_event_id":"e","reason":"550 5.1.1 no } user \"{{recipient}}\"","timestamp":1700000000}""";

    private static ReadOutcome Read(byte[] bytes) => new EventsReader().Read(new Document("b", bytes, 10), ReadLimits.Default);

    private static string Where(string body) =>
        string.Join(' ', Read(Encoding.UTF8.GetBytes(body)).Refusals.Select(static r => $"{r.Recipient}@{r.Source.Line}:{r.Source.Column}"));

    [Fact]
    public void Events_are_found_in_any_arrangement_and_know_where_they_stand()
    {
        var (a, b) = (Event("a"), Event("b"));
        Assert.Equal("a@10:1", Where(a));
        Assert.Equal("a@10:2 b@11:1", Where($"[{a},\n{b}]"));
        Assert.Equal("a@10:1 b@11:1", Where($"{a}\n{b}\n"));
        Assert.Equal("a@10:1 b@10:" + (a.Length + 1), Where(a + b));
        Assert.Equal("a@11:3 b@14:2", Where($"\n [{a}]\n\n\n[{b}]"));
        Assert.Equal("a@10:1 b@10:1", Where($$"""{"events":[{{a}},{{b}}]}"""));
        Assert.Equal("a@10:1", Where(a.Replace(",", ",\n  ", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_broken_is_passed_over()
    {
        var (a, b) = (Event("a"), Event("b"));
        Assert.Equal("a@10:1 b@12:1", Where($"{a}\n{{\"event\": oops}}\n{b}\n"));
        Assert.Equal("a@10:1 b@12:1", Where($"{a}\nwords\n{b}"));
        Assert.Equal("a@10:2", Where($"[{a},{b[..10]}"));
    }

    [Fact]
    public void A_cut_event_is_read_as_far_as_it_goes_and_says_so()
    {
        var a = Event("a");
        var outcome = Read(Encoding.UTF8.GetBytes(a[..^20]));
        var r = Assert.Single(outcome.Refusals);
        Assert.Equal("a", r.Recipient);
        Assert.NotEmpty(r.Notes);
        Assert.Empty(Read(Encoding.UTF8.GetBytes(a)).Refusals[0].Notes);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"level":"info","msg":"started"}""")]
    [InlineData("Subject: {}")]
    [InlineData("550 5.1.1 no such user")]
    [InlineData("a=b")]
    [InlineData("https://example.org/?a=b&c=d")]
    [InlineData("""{"email":"r@example.org","message":"Hello"}""")]
    public void What_is_no_event_is_not_taken_for_one(string text)
    {
        var document = new Document("x", Encoding.UTF8.GetBytes(text));
        Assert.InRange(new EventsReader().Recognise(document), 0, 20);
        Assert.Empty(new EventsReader().Read(document, ReadLimits.Default).Refusals);
    }

    [Fact]
    public void An_event_that_is_longer_than_the_beginning_is_recognised()
    {
        var body = Event("a")[..^1] + $$""","filler":"{{new string('x', 100_000)}}"}""";
        Assert.True(new EventsReader().Recognise(new Document("x", Encoding.UTF8.GetBytes(body[..(64 << 10)]))) > 50);
    }

    [Fact]
    public void No_more_refusals_are_read_than_the_limit_allows()
    {
        var body = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(Event("a"), 50)));
        Assert.Equal(7, new EventsReader().Read(new Document("x", body), new ReadLimits { RefusalsPerDocument = 7 }).Refusals.Count);
    }

    [Fact]
    public void Long_and_odd_texts_are_cut_and_kept()
    {
        var r = ReadEvents.One($$"""[{"event":"dropped","email":"\ud800@example.org","sg_event_id":"e","reason":"{{new string('x', 10_000)}}"}]""");
        Assert.Equal(ReadLimits.Default.TextLength, r.Explanation!.Length);
        Assert.NotNull(r.Recipient);
    }

    [Fact]
    public void Deep_nesting_ends_soon()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"events\":[", 20_000));
        Assert.Empty(Read(Encoding.UTF8.GetBytes(deep)).Refusals);
        Assert.Empty(Read(Encoding.UTF8.GetBytes(new string('[', 300_000))).Refusals);
        Assert.Empty(Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\n", 100_000)))).Refusals);
        Assert.Empty(Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[\n", 100_000)))).Refusals);
    }

    [Fact]
    public void No_input_throws()
    {
        var seeds = EventSamples.All.Select(Encoding.UTF8.GetBytes).ToArray();
        Gen.Select(Gen.Int[0, seeds.Length - 1], Gen.Int[0, 2000], Gen.Select(Gen.Int[0, 2000], Gen.Byte).Array[0, 6]).Sample(
            (seed, cut, changes) =>
            {
                var bytes = seeds[seed].ToArray();
                foreach (var (at, value) in changes) bytes[at % bytes.Length] = value;
                bytes = bytes[..^(cut % bytes.Length)];
                new EventsReader().Recognise(new Document("x", bytes));
                Read(bytes);
            },
            iter: 1500);
        Gen.Byte.Array[0, 200].Sample(static bytes => Read(bytes), iter: 500);
    }

    [Fact]
    public void Values_of_unexpected_types_do_not_throw()
    {
        var odd = new[] { "null", "1", "true", "\"\"", "[]", "{}", "[[]]", "[null]", "{\"email\":[1]}", "-1e400", "\"\\ud800\"" };
        foreach (var sample in EventSamples.All.Where(static s => s[0] is '{' or '['))
        {
            for (var i = sample.IndexOf(':', StringComparison.Ordinal); i >= 0; i = sample.IndexOf("\":", i + 1, StringComparison.Ordinal) is >= 0 and var next ? next + 1 : -1)
            {
                var end = sample.AsSpan(i + 1).IndexOfAny(",}]");
                foreach (var value in odd) Read(Encoding.UTF8.GetBytes(sample[..(i + 1)] + value + sample[(i + 1 + end)..]));
            }
        }
    }
}
