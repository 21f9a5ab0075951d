using System.Buffers;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs;

/// <summary>The stage of the session that a command, or a log's words for one, stands for.</summary>
internal static class LogPhase
{
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" :<_(\"");

    /// <summary>The stage of the command with which <paramref name="text"/> begins; Unknown where it begins with none.</summary>
    public static SmtpPhase Of(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var end = text.IndexOfAny(WordEnds);
        var word = end < 0 ? text : text[..end];
        foreach (var (name, phase) in Table)
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase)) return phase;
        return SmtpPhase.Unknown;
    }

    private static readonly (string Name, SmtpPhase Phase)[] Table =
    [
        ("RCPT", SmtpPhase.Rcpt), ("MAIL", SmtpPhase.Mail), ("DATA", SmtpPhase.Data), ("BDAT", SmtpPhase.Data),
        ("EHLO", SmtpPhase.Ehlo), ("HELO", SmtpPhase.Ehlo), ("LHLO", SmtpPhase.Ehlo), ("STARTTLS", SmtpPhase.StartTls),
        ("AUTH", SmtpPhase.Auth), ("CONNECT", SmtpPhase.Connect), ("CONNECTION", SmtpPhase.Connect), (".", SmtpPhase.EndOfData),
        ("VRFY", SmtpPhase.Other), ("EXPN", SmtpPhase.Other), ("ETRN", SmtpPhase.Other), ("NOOP", SmtpPhase.Other),
        ("RSET", SmtpPhase.Other), ("QUIT", SmtpPhase.Other), ("HELP", SmtpPhase.Other),
    ];
}
