using System.Text;
using CsCheck;
using Gatepost.Refusals;
using Gatepost.Refusals.Inputs;

namespace Gatepost.Tests.Refusals.Inputs;

public sealed class MboxSplitterTests
{
    private const string Line1 = "From MAILER-DAEMON Fri Jul  8 12:08:34 2011";
    private const string Line2 = "From a@example.org Sat Jan 03 01:05:34 1996";

    private static List<Document> Split(string text, int firstBuffer = 1 << 16, int documentBytes = 1 << 20, int chunk = int.MaxValue) =>
        [.. new MboxSplitter(new ChunkedStream(Encoding.Latin1.GetBytes(text), chunk), "box", new ReadLimits { DocumentBytes = documentBytes }, firstBuffer).Split()];

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Text(Document d) => Encoding.Latin1.GetString(d.Bytes.Span);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Mails_are_told_apart_with_any_line_end_and_know_their_lines(string end)
    {
        var mails = Split(string.Join(end, Line1, "Subject: one", "", "body", "", Line2, "Subject: two", "", ">From here", ">>From there", "x>From", ""));
        Assert.Equal(2, mails.Count);
        Assert.Equal(string.Join(end, "Subject: one", "", "body", ""), Text(mails[0]));
        Assert.Equal(string.Join(end, "Subject: two", "", "From here", ">From there", "x>From", ""), Text(mails[1]));
        Assert.Equal([2, 7], mails.Select(static m => m.FirstLine));
        Assert.Equal(["box#1", "box#2"], mails.Select(static m => m.Source));
    }

    [Theory]
    [InlineData("From a@example.org Sat Jan 03 01:05:34 1996", true)]
    [InlineData("From - Mon Jan 01 00:00:00 2020", true)]
    [InlineData("From a@b Thu, 1 Jan 2020 10:00:00 +0100", true)]
    [InlineData("From a@b Fri Jul  8 12:08 EDT 2011 remote from uucphost", true)]
    [InlineData("From \"a b\"@example.org Fri Jul  8 12:08:34 2011", true)]
    [InlineData("From a@b 2024-01-02 10:00:00", true)]
    [InlineData("From a@b 2024-01-02T10:00:00Z", true)]
    [InlineData("From here on it is easy.", false)]
    [InlineData("From Monday at 10:00 in 2020 we are in May", false)]
    [InlineData("From: a@b Fri Jul  8 12:08:34 2011", false)]
    [InlineData("from a@b Fri Jul  8 12:08:34 2011", false)]
    [InlineData("From ", false)]
    public void A_separator_has_a_date(string line, bool isSeparator) =>
        Assert.Equal(isSeparator, MboxSeparator.Is(Encoding.ASCII.GetBytes(line)));

    [Fact]
    public void A_line_in_a_paragraph_is_no_separator() =>
        Assert.Single(Split($"{Line1}\nSubject: x\n\nthe line\n{Line2}\nstood there\n"));

    [Fact]
    public void The_only_mail_bears_the_name_of_the_file()
    {
        var mail = Assert.Single(Split($"\n\n{Line1}\nA: b\n\nc\n"));
        Assert.Equal(("box", 4), (mail.Source, mail.FirstLine));
    }

    [Fact]
    public void What_stands_before_the_first_separator_is_kept() =>
        Assert.Equal(["A: b\n\nc\n", "D: e\n"], Split($"A: b\n\nc\n\n{Line1}\nD: e\n").Select(Text));

    [Fact]
    public void A_mail_that_is_too_long_is_cut_and_the_next_is_read()
    {
        var mails = Split($"{Line1}\nA: b\n\n{new string('x', 20_000)}\n\n{Line2}\nC: d\n\ne\n", firstBuffer: 100, documentBytes: 3000);
        Assert.Equal([true, false], mails.Select(static m => m.IsCut));
        Assert.InRange(mails[0].Bytes.Length, 2900, 3000);
        Assert.Equal("C: d\n\ne\n", Text(mails[1]));
        Assert.Equal(7, mails[1].FirstLine);
    }

    [Fact]
    public void Mails_do_not_depend_on_how_the_file_is_read()
    {
        var piece = OneOf(
            "\n", "\r\n", "\r", "\n\n", "From ", Line1, Line1 + "\n", "\n\n" + Line2 + "\n", "\r\n\r\n" + Line1 + "\r\n", ">From ", "x", "Subject: y\n", "word word", "From x\n\n");
        Gen.Select(piece.Array[0, 40], Gen.Int[1, 70], Gen.Int[1, 50]).Sample(
            (pieces, buffer, chunk) =>
            {
                var text = string.Concat(pieces);
                var whole = Split(text);
                var parts = Split(text, buffer, chunk: chunk);
                return whole.Count == parts.Count && whole.Zip(parts).All(static p =>
                    p.First.FirstLine == p.Second.FirstLine && p.First.Source == p.Second.Source && p.First.Bytes.Span.SequenceEqual(p.Second.Bytes.Span));
            },
            iter: 3000);
    }

    [Fact]
    public void Every_mail_that_is_written_comes_back()
    {
        var body = OneOf("a\n", "\n", "From me\n", ">From you\n", Line1 + "\n", "xyz\n").Array[0, 12].Select(static lines => "H: v\n\n" + string.Concat(lines));
        body.Array[1, 8].Sample(
            bodies =>
            {
                var box = string.Concat(bodies.Select(b => Line2 + "\n" + Quote(b) + "\n"));
                return Split(box).Select(Text).SequenceEqual(bodies.Select((b, i) => i == bodies.Length - 1 ? b + "\n" : b));
            },
            iter: 1000);

        static string Quote(string text) => string.Join('\n', text.Split('\n').Select(static l => l.TrimStart('>').StartsWith("From ", StringComparison.Ordinal) ? ">" + l : l));
    }
}
