using Gatepost.Smtp;

namespace Gatepost.Refusals.Mail.Dsn;

/// <summary>The stage of the session from a command and from the words in which servers tell it.</summary>
internal static class PhaseWords
{
    /// <summary>
    /// The phase that a report's words name: Postfix's <c>(in reply to RCPT TO command)</c>, <c>while sending end of data</c>,
    /// <c>refused to talk to me</c>; Exim's <c>after RCPT TO:&lt;a@b&gt;</c>, <c>after end of data</c>.
    /// </summary>
    /// <param name="words">The words, on one line.</param>
    /// <param name="command">The command where an argument is quoted with it.</param>
    public static SmtpPhase Of(ReadOnlySpan<char> words, out string? command)
    {
        command = null;
        if (After(words, "in reply to ") is { IsEmpty: false } reply) return OfWords(reply);
        if (After(words, "from remote mail server after ") is { IsEmpty: false } after)
        {
            if (after.StartsWith("pipelined ")) after = after[10..];
            var end = after.IndexOf(": ");
            var said = end < 0 ? after : after[..end];
            if (said.Contains('<') && said.Contains('>')) command = said[..(said.LastIndexOf('>') + 1)].ToString();
            return OfWords(after);
        }

        if (After(words, "while sending ") is { IsEmpty: false } sending) return OfWords(sending);
        if (After(words, "while performing the ") is { IsEmpty: false } performing) return OfWords(performing);
        if (words.Contains("refused to talk to me", StringComparison.Ordinal)
            || words.Contains("while receiving the initial server greeting", StringComparison.Ordinal)
            || words.Contains("initial connection", StringComparison.Ordinal)) return SmtpPhase.Connect;
        return words.StartsWith("connect to ") ? SmtpPhase.Connect : SmtpPhase.Unknown;
    }

    /// <summary>The phase that a command as sent belongs to (<c>RCPT TO:&lt;a@b&gt;</c>, <c>.</c>).</summary>
    public static SmtpPhase OfCommand(ReadOnlySpan<char> command) => OfWords(command.TrimStart());

    private static SmtpPhase OfWords(ReadOnlySpan<char> words)
    {
        if (Starts(words, "RCPT")) return SmtpPhase.Rcpt;
        if (Starts(words, "MAIL")) return SmtpPhase.Mail;
        if (Starts(words, "end of DATA") || Starts(words, ".") || Starts(words, "message body") || Starts(words, "sending data block")
            || Starts(words, "message content") || (Starts(words, "BDAT") && words.Contains("LAST", StringComparison.OrdinalIgnoreCase))) return SmtpPhase.EndOfData;
        if (Starts(words, "DATA") || Starts(words, "BDAT")) return SmtpPhase.Data;
        if (Starts(words, "EHLO") || Starts(words, "HELO") || Starts(words, "LHLO")) return SmtpPhase.Ehlo;
        if (Starts(words, "AUTH") || Starts(words, "SASL")) return SmtpPhase.Auth;
        if (Starts(words, "STARTTLS") || Starts(words, "TLS")) return SmtpPhase.StartTls;
        if (Starts(words, "initial ") || Starts(words, "greeting") || Starts(words, "CONNECT")) return SmtpPhase.Connect;
        return Starts(words, "QUIT") || Starts(words, "RSET") || Starts(words, "NOOP") || Starts(words, "VRFY") ? SmtpPhase.Other : SmtpPhase.Unknown;
    }

    private static bool Starts(ReadOnlySpan<char> words, ReadOnlySpan<char> prefix) => words.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> words, ReadOnlySpan<char> mark)
    {
        var at = words.LastIndexOf(mark);
        return at < 0 ? default : words[(at + mark.Length)..];
    }
}
