using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Exim;

/// <summary>
/// What stands after <c>rejected </c>: the command or stage and the text. <c>RCPT &lt;r&gt;: text</c>, <c>RCPT r: text</c>,
/// <c>MAIL &lt;s&gt;</c>, <c>EHLO or HELO name: …</c>, <c>after DATA: …</c>, <c>connection in "connect" ACL: …</c>, <c>by local_scan(): …</c>.
/// </summary>
internal readonly ref struct EximWhat
{
    public SmtpPhase Phase { get; private init; }
    public string? Recipient { get; private init; }
    public string? Sender { get; private init; }
    public ReadOnlySpan<char> Text { get; private init; }

    public static EximWhat Read(ReadOnlySpan<char> text)
    {
        var phase = PhaseOf(text);
        var blank = text.IndexOf(' ');
        ReadOnlySpan<char> argument = default;
        var end = -1;
        if (phase is SmtpPhase.Rcpt or SmtpPhase.Mail && blank > 0)
        {
            argument = text[(blank + 1)..];
            if (argument.StartsWith("TO:") || argument.StartsWith("to:")) argument = argument[3..];
            else if (argument.StartsWith("FROM:") || argument.StartsWith("from:")) argument = argument[5..];
            var from = text.Length - argument.Length;
            if (argument.StartsWith('<') && LogText.PathEnd(argument) is var close and > 0)
            {
                argument = argument[..(close + 1)];
                end = from + close + 1;
                // Parameters of the command (SIZE=…) may stand before the colon.
                if (text[end..].IndexOf(": ") is var colon and > 0) end += colon;
            }
            else
            {
                end = Colon(text, from);
                argument = text[from..end];
                if (argument.IndexOf(' ') is var space and >= 0) argument = argument[..space];
            }
        }

        if (end < 0) end = Colon(text, 0);
        var address = argument.IsEmpty ? null : LogText.Bare(argument);
        return new EximWhat
        {
            Phase = phase,
            Recipient = phase == SmtpPhase.Rcpt ? address : null,
            Sender = phase == SmtpPhase.Mail ? address : null,
            Text = end < text.Length ? text[end..].TrimStart(": ") : default,
        };
    }

    private static SmtpPhase PhaseOf(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("after ") || text.StartsWith("by local_scan") || text.StartsWith("PRDR")
            || text.StartsWith("body") || text.StartsWith("MIME") || text.StartsWith("by non-SMTP")) return SmtpPhase.EndOfData;
        return text.StartsWith("predata") ? SmtpPhase.Data : LogPhase.Of(text);
    }

    private static int Colon(ReadOnlySpan<char> text, int from)
    {
        for (var i = from; i < text.Length; i++)
            if (text[i] == ':' && (i + 1 == text.Length || text[i + 1] == ' ')) return i;
        return text.Length;
    }
}
