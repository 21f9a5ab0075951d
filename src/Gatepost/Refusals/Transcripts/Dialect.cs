using Gatepost.Smtp;

namespace Gatepost.Refusals.Transcripts;

/// <summary>How one family of tools marks the two sides of a dialog.</summary>
/// <param name="Name">The tool.</param>
/// <param name="Server">Marks before the server's lines, the longer first.</param>
/// <param name="Client">Marks before the client's lines.</param>
internal sealed record Dialect(string Name, string[] Server, string[] Client)
{
    private const int MarkWithin = 120;

    /// <summary>True where the mark may follow a time or a name on the line.</summary>
    public bool MarksInside { get; init; }

    /// <summary>True where lines without a mark are the server's when they look like a reply.</summary>
    public bool HasBareReplies { get; init; }

    /// <summary>True where lines without a mark are the client's when they look like a command.</summary>
    public bool HasBareCommands { get; init; }

    /// <summary>True where the lines are Python literals.</summary>
    public bool IsPython { get; init; }

    /// <summary>All dialects; of two that fit alike the earlier is taken.</summary>
    public static IReadOnlyList<Dialect> All { get; } =
    [
        new("swaks", ["<-  ", "<** ", "<~  ", "<~* ", "<- ", "<~ "], ["-> ", "~> ", "->", "~>"]),
        new("phpmailer", ["SERVER -> CLIENT: ", "SERVER -> CLIENT:", "FROM SERVER: ", "FROM SERVER:"], ["CLIENT -> SERVER: ", "CLIENT -> SERVER:", "SMTP -> get_lines(): "])
            { MarksInside = true, HasBareReplies = true },
        new("smtplib", ["reply: b'", "reply: '", "reply: b\"", "reply: \"", "data: (", "connect: b'"], ["send: '", "send: b'", "send: \"", "send: b\""])
            { MarksInside = true, IsPython = true },
        new("exim", ["SMTP<< "], ["SMTP>> "]) { MarksInside = true, HasBareReplies = true },
        new("mailkit", ["S: "], ["C: "]) { MarksInside = true },
        new("msmtp", ["<-- "], ["--> "]),
        new("postfix", ["Out: "], ["In:  ", "In: "]),
        new("sendmail", ["<<< "], [">>> "]) { MarksInside = true },
        new("sendmail-v", [], [">>> "]) { HasBareReplies = true },
        new("curl", ["< "], ["> "]),
        new("mutt", ["5< ", "4< ", "3< ", "2< ", "1< "], ["5> ", "4> ", "3> ", "2> ", "1> "]) { MarksInside = true },
        new("labelled", ["Server: ", "RECV: ", "RECEIVED: ", "<= ", "recv: ", "< "], ["Client: ", "SENT: ", "SEND: ", "=> ", "sent: ", "> "]) { MarksInside = true },
        new("raw", [], []) { HasBareReplies = true, HasBareCommands = true },
    ];

    /// <summary>Tells whose line this is, and takes the mark off.</summary>
    public DialogSide Read(ReadOnlySpan<char> line, out ReadOnlySpan<char> said)
    {
        if (IsMarked(line, Server, isServer: true, out said)) return DialogSide.Server;
        if (IsMarked(line, Client, isServer: false, out said)) return DialogSide.Client;
        said = line.Trim();
        if (HasBareReplies && LooksLikeReply(said)) return DialogSide.Server;
        if (HasBareCommands && SmtpCommand.PhaseOf(said) is not null) return DialogSide.Client;
        return DialogSide.Tool;
    }

    /// <summary>True for a reply's line: a code, then a blank, a hyphen or the end.</summary>
    public static bool LooksLikeReply(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] is >= '2' and <= '5' && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2])
        && (text.Length == 3 || text[3] is ' ' or '-') && !(text.Length > 4 && text[3] == ' ' && text[4] == '[');

    private bool IsMarked(ReadOnlySpan<char> line, string[] marks, bool isServer, out ReadOnlySpan<char> said)
    {
        var start = line.TrimStart();
        foreach (var mark in marks)
        {
            if (start.StartsWith(mark))
            {
                said = start[mark.Length..];
                return true;
            }

            if (start.TrimEnd().SequenceEqual(mark.AsSpan().TrimEnd()) && !isServer)
            {
                said = default;
                return true;
            }
        }

        said = default;
        if (!MarksInside) return false;
        var head = line[..Math.Min(line.Length, MarkWithin)];
        foreach (var mark in marks)
        {
            var at = head.IndexOf(mark);
            if (at <= 0 || char.IsLetterOrDigit(head[at - 1]) && char.IsLetterOrDigit(mark[0])) continue;
            var rest = line[(at + mark.Length)..];
            if (isServer ? !LooksLikeReply(rest.TrimStart()) && !IsPython : SmtpCommand.PhaseOf(rest.TrimStart()) is null && !IsPython && !head[..at].TrimEnd().EndsWith("]")) continue;
            said = rest;
            return true;
        }

        return false;
    }
}
