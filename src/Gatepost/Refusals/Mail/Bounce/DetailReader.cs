using Gatepost.Smtp;

namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>
/// Reads the words that a report gives for one recipient: who refused, at which command, with what reply. The phrases
/// are those of all products; each stands for one thing, whichever product says it.
/// </summary>
internal static class DetailReader
{
    /// <summary>Words right after which the other server's reply stands.</summary>
    private static readonly WordTable ReplyFollows = new(
    [
        "remote host said:", "other server returned was:", "response from the remote server was:", "the remote server responded:", "remote server responded:",
        "response was:", "it responded as follows:", "responded with:", "responded:", "replied:", "failed with:", "error message below:", "returned '", "returned \"",
        "returned: ", "did not like our ", " said: ", " said:\n", "server message", "error was:", "error text:", "smtp error code", "refused to talk to me:",
        "diagnostic-code: smtp;", "diagnostic code: smtp;", "server answered:", "with the following error:", "reported error:", "error from remote mail server after ",
        "error from remote server after ", "error from remote mailer after ", "body of message generated response:", "reason given:", "error message:", "diagnostic information:",
    ]);

    /// <summary>Words that only introduce a reply.</summary>
    private static readonly string[] SaysNothing = ["Remote Server returned", "Remote host said", "server message", "Body of message generated response", "Error message below"];

    /// <summary>Words right before which, or after which, the command is named.</summary>
    private static readonly string[] CommandFollows =
    [
        "mail server after ", "remote server after ", "remote mailer after ", "in reply to ", "in response to ", "did not like our ", "error following ", "response to the ", "error after ", "failed on ", "rejected at ", "smtp:",
        "while sending ", "during ", "smtp command ",
    ];

    private static readonly (string Words, SmtpPhase Phase, string? Command)[] Told =
    [
        ("does not like recipient", SmtpPhase.Rcpt, null), ("but sender was rejected", SmtpPhase.Mail, null), ("but my name was rejected", SmtpPhase.Ehlo, null),
        ("but greeting failed", SmtpPhase.Connect, null), ("failed on data command", SmtpPhase.Data, null), ("failed after i sent the message", SmtpPhase.EndOfData, null),
        ("[rcpt_to]", SmtpPhase.Rcpt, null), ("[mail_from]", SmtpPhase.Mail, null), ("[helo]", SmtpPhase.Ehlo, null), ("[connect]", SmtpPhase.Connect, null), ("[data]", SmtpPhase.Data, null), ("[eod]", SmtpPhase.EndOfData, null),
        ("rejected recipient", SmtpPhase.Rcpt, null), ("refused to talk to me", SmtpPhase.Connect, null),
        // Gmail numbers the states of its client.
        ("(state 5)", SmtpPhase.Connect, null), ("(state 6)", SmtpPhase.Mail, null), ("(state 8)", SmtpPhase.Auth, null), ("(state 9)", SmtpPhase.Mail, null), ("(state 12)", SmtpPhase.Rcpt, null), ("(state 13)", SmtpPhase.Rcpt, null),
        ("(state 14)", SmtpPhase.Rcpt, null), ("(state 15)", SmtpPhase.Data, null), ("(state 17)", SmtpPhase.Data, null), ("(state 18)", SmtpPhase.EndOfData, null),
    ];

    private static readonly WordTable CommandMarks = new([.. CommandFollows, .. Array.ConvertAll(Told, static t => t.Words)]);

    /// <summary>Reads the lines that belong to one recipient.</summary>
    public static Detail Read(IReadOnlyList<string> lines)
    {
        if (Dialog.Read(lines) is { } dialog) return dialog with { Explanation = Explain(string.Join('\n', lines.Where(static l => !Dialog.IsLine(l)))) };
        return Read(string.Join('\n', lines));
    }

    /// <summary>Reads the words that belong to one recipient.</summary>
    public static Detail Read(string text)
    {
        if (text.Length > ReadLimits.Default.TextLength * 2) text = text[..(ReadLimits.Default.TextLength * 2)];
        if (text.AsSpan().Trim().IsEmpty) return Detail.None;
        var (mark, after) = Marker(text);
        var start = QuotedReply.Find(text, after < 0 ? 0 : after);
        if (start < 0 && after >= 0) start = Bare(text, after);
        var (phase, command) = Command(text.Replace('\n', ' '));
        if (start < 0)
        {
            var host = RemoteHost.ByAddress(text);
            return new Detail { Reply = QuotedReply.ReadOwn(Unquote(text)), Phase = phase, Command = command, RemoteMta = host.Name, RemoteAddress = host.Address, RemotePort = host.Port };
        }

        var before = text.AsSpan(0, start);
        var remote = RemoteHost.Find(before);
        if (remote == default) remote = GivingUp(text);
        return new Detail
        {
            Reply = QuotedReply.Read(Trail(text.AsSpan(start), before)),
            Phase = phase, Command = command, RemoteMta = remote.Name, RemoteAddress = remote.Address, RemotePort = remote.Port,
            Explanation = Explain(before),
        };
    }

    private static (int Mark, int After) Marker(string text)
    {
        var at = ReplyFollows.IndexIn(text, out var words);
        return at < 0 ? (-1, -1) : (at, at + ReplyFollows.Phrases[words].Length);
    }

    /// <summary>A reply without a code: what stands after the marker and the command it names.</summary>
    private static int Bare(string text, int after)
    {
        var line = text.AsSpan(after);
        var colon = line.IndexOf(":\n");
        if (CommandWords.Read(line, out _) != SmtpPhase.Unknown && colon >= 0 && colon < 300) after += colon + 2;
        while (after < text.Length && text[after] is ' ' or '\n' or '\'' or '"' or '[' or ':') after++;
        var rest = text.AsSpan(after);
        if (rest.StartsWith("host", StringComparison.OrdinalIgnoreCase) && rest.IndexOf('\n') is var eol and > 0)
        {
            var colonAt = rest[..eol].IndexOf("]: ");
            after += colonAt > 0 ? colonAt + 3 : eol + 1;
        }

        return after >= text.Length ? -1 : after;
    }

    private static (SmtpPhase Phase, string? Command) Command(string text)
    {
        Span<int> first = stackalloc int[CommandMarks.Count];
        if (!CommandMarks.FindAll(text, first)) return default;
        for (var i = 0; i < CommandFollows.Length; i++)
        {
            for (var from = first[i]; from >= 0;)
            {
                from += CommandFollows[i].Length;
                var rest = text.AsSpan(from);
                var phase = CommandWords.Read(rest, out var command);
                if (phase != SmtpPhase.Unknown) return (phase, command);
                var next = rest.IndexOfIgnoreCase(CommandFollows[i]);
                from = next < 0 ? -1 : from + next;
            }
        }

        for (var i = 0; i < Told.Length; i++)
        {
            if (first[CommandFollows.Length + i] >= 0) return (Told[i].Phase, Told[i].Command);
        }

        return default;
    }

    /// <summary>Cuts at the mark that closes what was opened before the reply.</summary>
    private static ReadOnlySpan<char> Trail(ReadOnlySpan<char> reply, ReadOnlySpan<char> before)
    {
        var opener = before.TrimEnd().IsEmpty ? ' ' : before.TrimEnd()[^1];
        var closer = opener switch { '\'' => '\'', '"' => '"', '[' => ']', '(' => ')', '\u2018' => '\u2019', '\u201c' => '\u201d', _ => '\0' };
        if (closer == '\0') return reply;
        var line = reply.IndexOf('\n');
        var first = line < 0 ? reply : reply[..line];
        if (first.TrimEnd(" .").EndsWith([closer])) return first.TrimEnd(" .")[..^1];
        var end = reply.LastIndexOf(closer);
        return end > 3 ? reply[..end] : reply;
    }

    private static RemoteHost GivingUp(string text)
    {
        var at = text.AsSpan().IndexOfIgnoreCase("Giving up on ");
        return at < 0 ? default : RemoteHost.Find(text.AsSpan(at));
    }

    private static string Unquote(string text) => text.Trim().Trim('"');

    private static string? Explain(ReadOnlySpan<char> before)
    {
        var words = QuotedReply.OneLine(before).Trim(' ', '\'', '"', '[', '(', '#', '<', ':', '-', '=', '*', '|');
        return words.Length < 3 || Array.Exists(SaysNothing, s => words.Equals(s, StringComparison.OrdinalIgnoreCase)) ? null : words;
    }
}
