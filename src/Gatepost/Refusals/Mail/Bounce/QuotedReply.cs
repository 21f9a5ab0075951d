using System.Text;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>Finds an SMTP reply that a report quotes, cuts off what the report says behind it, and reads it.</summary>
internal static class QuotedReply
{
    /// <summary>Words that a report puts behind the reply it quotes.</summary>
    private static readonly string[] Behind =
    [
        "(in reply to ", "(state ", "[RCPT_TO]", "[MAIL_FROM]", "[DATA]", "[EOD]", "[CONNECT]", "[HELO]", "[BODY]", " ##", "I'm not going to try again", "Giving up on ", "Giving up.",
    ];

    /// <summary>Beginnings of lines that no reply goes on with.</summary>
    private static readonly string[] Stops =
    [
        "i've given up", "i will not try", "this message has been in the queue", "---", "====", "****", "generating server", "original message headers",
        "final-recipient", "recipient:", "action:", "status:", "diagnostic-code", "last-attempt-date", "remote-mta", "reporting-mta", "message headers follow", "[[", ">>>", "<<<",
    ];

    /// <summary>Where the first refusing reply at or after <paramref name="from"/> begins (its code); -1 where there is none.</summary>
    public static int Find(ReadOnlySpan<char> text, int from = 0)
    {
        while (from < text.Length && ReplyCode.TryFind(text[from..], out var spot))
        {
            if (spot.Code >= 400 && !spot.IsAside) return from + spot.Start;
            from += spot.Start + 3;
        }

        return -1;
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

    /// <summary>The lines that belong to the reply, blank lines left out.</summary>
    private static string Cut(ReadOnlySpan<char> text)
    {
        foreach (var words in Behind)
        {
            var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            if (at > 3) text = text[..at];
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
