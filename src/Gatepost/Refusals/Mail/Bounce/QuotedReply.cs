using System.Buffers;
using System.Text;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>Finds an SMTP reply that a report quotes, cuts off what the report says behind it, and reads it.</summary>
internal static class QuotedReply
{
    private static readonly SearchValues<char> Punctuation = SearchValues.Create(" .,;:-'\")]}");

    /// <summary>Words that a report puts behind the reply it quotes.</summary>
    private static readonly string[] Behind =
    [
        "(in reply to ", "(state ", "[RCPT_TO]", "[MAIL_FROM]", "[DATA]", "[EOD]", "[CONNECT]", "[HELO]", "[BODY]", " ##", "I'm not going to try again", "Giving up on ",
    ];

    private static readonly WordTable BehindMarks = new(Behind);

    /// <summary>Beginnings of lines that no reply goes on with.</summary>
    private static readonly string[] Stops =
    [
        "i've given up", "i will not try", "this message has been in the queue", "---", "====", "****", "generating server", "original message headers",
        "final-recipient", "recipient:", "action:", "status:", "diagnostic-code", "last-attempt-date", "remote-mta", "reporting-mta", "message headers follow", "[[", ">>>", "<<<",
    ];

    /// <summary>Where the first refusing reply at or after <paramref name="from"/> begins (its code); -1 where there is none.</summary>
    public static int Find(ReadOnlySpan<char> text, int from = 0)
    {
        if (BeforeQuote(text) is >= 0 and var quoted && quoted >= from) return quoted;
        while (from < text.Length && ReplyCode.TryFind(text[from..], out var spot))
        {
            var at = from + spot.Start;
            if (spot.Code >= 400 && !spot.IsAside && (SaysMore(text, at) || StandsAlone(text, at))) return at;
            from = at + 3;
        }

        return BehindAddress(text);
    }

    /// <summary>A code that stands before the quoted rest of its reply: <c>550-'5.1.1 text'</c>.</summary>
    private static int BeforeQuote(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("-'");
        return at >= 4 && text[at - 4] == ' ' && text[at - 3] is '4' or '5' && ReplyCode.TryReadDigits(text[(at - 3)..], out _) ? at - 3 : -1;
    }

    /// <summary>True where words follow the code on its line.</summary>
    private static bool SaysMore(ReadOnlySpan<char> text, int at)
    {
        var rest = text[(at + 3)..];
        var end = rest.IndexOf('\n');
        return rest[..(end < 0 ? rest.Length : end)].ContainsAnyExcept(Punctuation);
    }

    /// <summary>True where a code without words is all that its line holds.</summary>
    private static bool StandsAlone(ReadOnlySpan<char> text, int at) => at == 0 || text[at - 1] == '\n';

    /// <summary>A reply behind the address of the server: <c>[192.0.2.1], 554 text</c>.</summary>
    private static int BehindAddress(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("], ");
        return at >= 0 && StartsLine(text[(at + 3)..]) && text[at + 3] is '4' or '5' ? at + 3 : -1;
    }

    /// <summary>True where a line begins with a reply code.</summary>
    public static bool StartsLine(ReadOnlySpan<char> line) =>
        ReplyCode.TryReadDigits(line, out _) && (line.Length == 3 || line[3] is ' ' or '-' or ':');

    /// <summary>Reads the reply at the start of <paramref name="text"/>, up to where it ends; text without a code is the reporter's own words.</summary>
    public static Reply Read(ReadOnlySpan<char> text)
    {
        var reply = Reply.Parse(Cut(text));
        var words = OneLine(reply.Text);
        return words == reply.Text ? reply : reply with { Text = words };
    }

    /// <summary>
    /// Reads words in which no reply begins: the reporter's own. A code that they mention (<c>SMTP error 550</c>) is taken, any
    /// other number is not.
    /// </summary>
    public static Reply ReadOwn(ReadOnlySpan<char> text)
    {
        var reply = Read(text);
        if (reply.Code is null || (ReplyCode.TryFind(text, out var spot) && spot.IsAside)) return reply;
        return new Reply(null, reply.Enhanced, OneLine(text));
    }

    /// <summary>The lines that belong to the reply, blank lines left out.</summary>
    private static string Cut(ReadOnlySpan<char> text)
    {
        if (text.Length > 5 && text[3..5] is "-'") text = string.Concat(text[..3], " ", text[5..].TrimEnd().TrimEnd('\''));
        Span<int> first = stackalloc int[BehindMarks.Count];
        if (BehindMarks.FindAll(text, first))
        {
            for (var i = 0; i < first.Length; i++)
                if (first[i] > 3 && first[i] + Behind[i].Length <= text.Length) text = text[..first[i]];
        }

        if (!text.Contains('\n')) return text.ToString();
        var lines = new StringBuilder();
        var open = false;
        foreach (var range in text.Split('\n'))
        {
            var line = text[range].Trim();
            if (line.IsEmpty)
            {
                if (lines.Length > 0 && !open) break;
                continue;
            }

            if (lines.Length > 0 && IsStop(line)) break;
            open = StartsLine(line) && line.Length > 3 && line[3] == '-';
            if (lines.Length > 0) lines.Append('\n');
            lines.Append(line);
            if (lines.Length > ReadLimits.Default.TextLength) break;
        }

        return lines.ToString();
    }

    /// <summary>True for a line that only rules off, or is a heading between rules.</summary>
    public static bool IsRule(ReadOnlySpan<char> line) =>
        line.Trim("-=*_#+~| ").Length == 0 || (line.StartsWith("--", StringComparison.Ordinal) && line.EndsWith("--", StringComparison.Ordinal));

    /// <summary>Line ends and runs of blanks become one blank; cut at <see cref="ReadLimits.TextLength"/>.</summary>
    public static string OneLine(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(Math.Min(text.Length, ReadLimits.Default.TextLength));
        foreach (var c in text)
        {
            if (line.Length >= ReadLimits.Default.TextLength) break;
            if (c is ' ' or '\n' or '\t' or '\r' or '\u00a0')
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else
            {
                line.Append(c);
            }
        }

        return line.ToString().TrimEnd();
    }

    private static bool IsStop(ReadOnlySpan<char> line)
    {
        foreach (var stop in Stops)
        {
            if (line.StartsWith(stop, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
