using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Exim;

/// <summary>
/// The text of a failed delivery: <c>SMTP error from remote mail server after [pipelined ]RCPT TO:&lt;r&gt;: [host name [ip]: ]550 …</c>,
/// or Exim's own words.
/// </summary>
internal readonly record struct EximRemoteError(Reply Reply, SmtpPhase Phase, string? Command, LogEndpoint Host)
{
    public static EximRemoteError Read(ReadOnlySpan<char> text)
    {
        var after = Stage(text);
        if (after.IsEmpty) return new EximRemoteError(LogText.ReplyOf(EximText.Unescape(text)), SmtpPhase.Unknown, null, default);
        if (after.StartsWith("pipelined ")) after = after["pipelined ".Length..];
        var end = CommandEnd(after);
        var command = after[..end];
        var rest = after[Math.Min(end + 1, after.Length)..].TrimStart(' ');
        var (phase, isCommand) = PhaseOf(command);
        LogEndpoint host = default;
        if (rest.StartsWith("host "))
        {
            var close = rest.IndexOf("]: ");
            var colon = close >= 0 ? close + 1 : rest.IndexOf(": ");
            if (colon > 0)
            {
                host = LogEndpoint.Read(rest[5..colon]);
                rest = rest[(colon + 1)..].TrimStart(' ');
            }
        }

        // A timeout has no reply: what Exim says of it is all there is.
        var isReply = !text[..Math.Min(text.Length, 80)].Contains("TP timeout ", StringComparison.Ordinal);
        return new EximRemoteError(LogText.ReplyOf(EximText.Unescape(isReply ? rest : text)), phase, isCommand ? LogText.CommandOf(command) : null, host);
    }

    /// <summary>What follows <c>after </c> in the texts that name a stage; empty for all others.</summary>
    private static ReadOnlySpan<char> Stage(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("TP error from remote mail");
        if (at < 0) at = text.IndexOf("TP timeout ");
        if (at < 0) at = text.IndexOf("TP error after ");
        if (at is < 0 or > 64) return default;
        var after = text[at..].IndexOf(" after ");
        return after < 0 ? default : text[(at + after + 7)..];
    }

    private static int CommandEnd(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && LogText.PathEnd(text[i..]) is var end and > 0) i += end;
            else if (text[i] == ':' && (i + 1 == text.Length || text[i + 1] == ' ')) return i;
        }

        return text.Length;
    }

    private static (SmtpPhase Phase, bool IsCommand) PhaseOf(ReadOnlySpan<char> command)
    {
        if (command.StartsWith("initial connection")) return (SmtpPhase.Connect, false);
        if (command.StartsWith("end of data") || command.StartsWith("sending data block") || command.StartsWith("final ")) return (SmtpPhase.EndOfData, false);
        var phase = LogPhase.Of(command);
        return (phase, phase != SmtpPhase.Unknown);
    }
}
