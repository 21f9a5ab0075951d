using Gatepost.Smtp;

namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>Reads which command a report speaks of: <c>RCPT TO:&lt;a@b&gt;</c>, <c>end of DATA</c>, <c>initial connection</c>, …</summary>
internal static class CommandWords
{
    private static readonly (string Words, SmtpPhase Phase, bool IsVerb)[] Table =
    [
        ("rcpt", SmtpPhase.Rcpt, true), ("recipient", SmtpPhase.Rcpt, false),
        ("mail from", SmtpPhase.Mail, true), ("mail command", SmtpPhase.Mail, true), ("mail_from", SmtpPhase.Mail, true), ("mail", SmtpPhase.Mail, true), ("sender", SmtpPhase.Mail, false),
        ("end of data", SmtpPhase.EndOfData, false), ("end-of-data", SmtpPhase.EndOfData, false), ("end of message", SmtpPhase.EndOfData, false),
        ("final data", SmtpPhase.EndOfData, false), ("sending the message", SmtpPhase.EndOfData, false), ("sending message", SmtpPhase.EndOfData, false),
        ("message body", SmtpPhase.EndOfData, false), ("body of the message", SmtpPhase.EndOfData, false), (".", SmtpPhase.EndOfData, false), ("eod", SmtpPhase.EndOfData, false),
        ("data", SmtpPhase.Data, true), ("bdat", SmtpPhase.Data, true),
        ("helo", SmtpPhase.Ehlo, true), ("ehlo", SmtpPhase.Ehlo, true), ("lhlo", SmtpPhase.Ehlo, true),
        ("starttls", SmtpPhase.StartTls, true), ("auth", SmtpPhase.Auth, true),
        ("initial connection", SmtpPhase.Connect, false), ("connection", SmtpPhase.Connect, false), ("connect", SmtpPhase.Connect, false),
        ("greeting", SmtpPhase.Connect, false), ("banner", SmtpPhase.Connect, false),
        ("quit", SmtpPhase.Other, true), ("rset", SmtpPhase.Other, true), ("vrfy", SmtpPhase.Other, true), ("noop", SmtpPhase.Other, true),
    ];

    /// <summary>
    /// Reads the command named at the start of <paramref name="text"/>; the command itself is given where it is quoted
    /// with its argument.
    /// </summary>
    public static SmtpPhase Read(ReadOnlySpan<char> text, out string? command)
    {
        command = null;
        text = text.Trim(" \t:,;'\"([");
        foreach (var prefix in (ReadOnlySpan<string>)["our ", "the ", "pipelined ", "sending ", "your ", "an ", "a "])
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) text = text[prefix.Length..];
        }

        foreach (var (words, phase, isVerb) in Table)
        {
            if (!text.StartsWith(words, StringComparison.OrdinalIgnoreCase)) continue;
            if (text.Length > words.Length && char.IsAsciiLetterOrDigit(text[words.Length])) continue;
            if (isVerb) command = Quoted(text);
            return phase;
        }

        return SmtpPhase.Unknown;
    }

    private static string? Quoted(ReadOnlySpan<char> text)
    {
        if (!char.IsAsciiLetterUpper(text[0])) return null;
        var line = text.IndexOfAny('\n', '\r') is var end and >= 0 ? text[..end] : text;
        var open = line.IndexOf('<');
        var close = open < 0 ? -1 : line[open..].IndexOf('>');
        if (open >= 0 && open <= 10 && close > 0)
        {
            // Parameters (SIZE=…) belong to the command; a colon after them does not.
            var rest = line[(open + close + 1)..];
            var stop = rest.IndexOfAny(':', ')', ';');
            return line[..(open + close + 1 + (stop < 0 ? rest.Length : stop))].TrimEnd().ToString();
        }

        return null;
    }
}
