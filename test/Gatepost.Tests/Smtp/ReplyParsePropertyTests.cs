using System.Text;
using CsCheck;
using Gatepost.Smtp;

namespace Gatepost.Tests.Smtp;

public class ReplyParsePropertyTests
{
    // Pieces that meet badly: codes, statuses, separators, line ends, quotes, wrappers, words.
    private static readonly string[] Pieces =
    [
        "550", "550 ", "550-", "452 ", "554", "250 ", "5.7.1", "5.7.1 ", "4.2.2", "#5.1.1", "(#5.7.1)", "(5.7.1)", "5505.7.1", " ", "  ",
        "\r\n", "\n", "\r", "\t", "\\n", "\\r\\n", " / ", "/", "\\", ":", ": ", ";", "smtp;", "SMTP; ", "- ", "-", ",", "#", "##", "<", ">",
        "<a@b.example>", "'", "\"", "(", ")", "[", "]", "{", "}", "said: ", "error ", "code=", "status ", "Relay access denied", "User unknown",
        "version ", "Exim ", "192.0.2.25", "http://example.org/553?id=550", "500 messages per hour", "x", "per", "\u0000", "\u2028", "\u00a0",
        "\u201c", "\u201d", "\ud83d\ude00", "\ud83d", "Z", "=", "*", "|", ".", "5", "555-1234", "mx.example.net", "#< #5.1.1 smtp;550 ", "> #SMTP#",
    ];

    private static readonly Gen<string> Jumble =
        Gen.Int[0, Pieces.Length - 1].Array[0, 14].Select(picks => string.Concat(picks.Select(i => Pieces[i])));

    [Fact]
    public void A_reply_written_out_reads_as_itself() =>
        Gen.OneOf(Jumble, Gen.String).Sample(
            text =>
            {
                var reply = Reply.Parse(text);
                Assert.Equal(reply, Reply.Parse(reply.ToString()));
            },
            iter: 30_000, print: Print);

    [Fact]
    public void The_text_is_one_line_with_blanks_folded() =>
        Gen.OneOf(Jumble, Gen.String).Sample(
            text =>
            {
                var read = Reply.Parse(text).Text;
                Assert.Equal(read.Trim(), read);
                Assert.DoesNotContain("  ", read, StringComparison.Ordinal);
                Assert.DoesNotContain(read, char.IsControl);
            },
            iter: 20_000, print: Print);

    [Fact]
    public void The_spelling_of_line_ends_does_not_matter() =>
        Jumble.Array[1, 4].Sample(
            lines => Assert.Single(
                new[] { "\r\n", "\n", "\r", "\r\n\r\n", " \n " }.Select(end => Reply.Parse(string.Join(end, lines))).Distinct()),
            iter: 5_000, print: lines => Print(string.Join("|", lines)));

    [Fact]
    public void The_plain_way_and_the_long_way_agree() =>
        Jumble.Select(rest => "550 " + rest).Sample(
            text =>
            {
                if (ReplyParser.TryReadPlain(text, out var plain)) Assert.Equal(ReplyParser.Read(text), plain);
            },
            iter: 30_000, print: Print);

    private static string Print(string text) =>
        text.Aggregate(new StringBuilder(), (s, c) => c is >= ' ' and < '\x7f' ? s.Append(c) : s.Append($"\\u{(int)c:x4}")).ToString();
}
