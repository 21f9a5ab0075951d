using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Qmail;

/// <summary>
/// A delivery's report: sentences with <c>_</c> for blanks and <c>/</c> for line ends,
/// <c>192.0.2.1_does_not_like_recipient./Remote_host_said:_550_…/Giving_up_on_192.0.2.1./</c>. An underscore or slash that was one
/// cannot be told from these; slashes are kept unless a line of the reply follows.
/// </summary>
internal static class QmailReport
{
    private static readonly (string Words, SmtpPhase Phase)[] Phases =
    [
        ("does not like recipient", SmtpPhase.Rcpt), ("sender was rejected", SmtpPhase.Mail), ("failed on DATA command", SmtpPhase.Data),
        ("failed after I sent the message", SmtpPhase.EndOfData), ("greeting failed", SmtpPhase.Connect),
        ("my name was rejected", SmtpPhase.Ehlo), ("authentication was rejected", SmtpPhase.Auth),
        ("establish an SMTP connection", SmtpPhase.Connect),
    ];

    public static Refusal Read(ReadOnlySpan<char> report)
    {
        var plain = new char[report.Length];
        for (var i = 0; i < report.Length; i++) plain[i] = report[i] == '_' ? ' ' : report[i];
        ReadOnlySpan<char> text = plain;
        text = text.Trim();
        var giving = text.LastIndexOf("/Giving up on ");
        ReadOnlySpan<char> given = giving < 0 ? default : text[(giving + 14)..];
        var words = giving < 0 ? text : text[..giving];
        var said = words.IndexOf("Remote host said: ");
        var before = said < 0 ? words : words[..said];
        return new Refusal
        {
            Format = InputFormat.Qmail,
            Source = default,
            Reply = said < 0 ? LogText.ReplyOf(words.TrimEnd('/')) : LogText.ReplyOf(Lines(words[(said + 18)..].TrimEnd("/ "))),
            Phase = PhaseOf(before),
            RemoteAddress = AddressIn(before) ?? LogEndpoint.AddressOf(given.TrimEnd("./ ")),
        };
    }

    private static SmtpPhase PhaseOf(ReadOnlySpan<char> text)
    {
        foreach (var (words, phase) in Phases)
            if (text.Contains(words, StringComparison.Ordinal)) return phase;
        return SmtpPhase.Unknown;
    }

    /// <summary>A slash before the reply's own code ended a line of the reply.</summary>
    private static string Lines(ReadOnlySpan<char> reply)
    {
        if (reply.Length < 4 || reply.IndexOf('/') < 0) return reply.ToString();
        var code = reply[..3].ToString();
        if (code.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0) return reply.ToString();
        return reply.ToString().Replace($"/{code}-", $"\n{code}-", StringComparison.Ordinal).Replace($"/{code} ", $"\n{code} ", StringComparison.Ordinal);
    }

    /// <summary><c>Connected to 192.0.2.1 but …</c>, <c>192.0.2.1 does not …</c>.</summary>
    private static string? AddressIn(ReadOnlySpan<char> text)
    {
        if (text.LastIndexOf("Connected to ") is var at and >= 0) text = text[(at + 13)..];
        else if (text.TrimEnd('/').LastIndexOf('/') is var slash and >= 0) text = text[(slash + 1)..];
        var blank = text.IndexOf(' ');
        return blank < 0 ? null : LogEndpoint.AddressOf(text[..blank].Trim("[]"));
    }
}
