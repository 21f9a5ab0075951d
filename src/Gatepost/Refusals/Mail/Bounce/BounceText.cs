namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>
/// What a bounce says in its own words: the lines of its text up to the returned message, and the few headers that
/// tell products apart. The returned message is never part of <see cref="Lines"/>.
/// </summary>
internal sealed class BounceText
{
    /// <summary>Lines read of one report; what follows is passed over.</summary>
    public const int LineLimit = 2_000;

    /// <summary>Characters kept of one line.</summary>
    public const int LineLength = 4_000;

    /// <summary>Characters of a body in which the report's lines are looked for.</summary>
    public const int BodyLength = 256 * 1024;

    private readonly string _body;
    private List<string>? _failed;
    private string? _head;

    /// <summary>Reads the text of a bounce: its first readable part, decoded, with any line ends.</summary>
    public BounceText(string body)
    {
        _body = body;
        var lines = new List<ReportLine>();
        var at = 0;
        var started = false;
        while (at < body.Length && lines.Count < LineLimit && at < BodyLength)
        {
            var line = NextLine(body, ref at);
            if (ReportEnd.StartsAt(line, started))
            {
                ReturnedAt = at;
                break;
            }

            started |= line.Text.Length > 0;
            lines.Add(line);
        }

        Lines = lines;
        Report = string.Join('\n', lines.Select(static l => l.Text));
        Lower = Report.ToLowerInvariant();
    }

    /// <summary>The lines of the report.</summary>
    public IReadOnlyList<ReportLine> Lines { get; }

    /// <summary>The report as one text, a line feed after each line.</summary>
    public string Report { get; }

    /// <summary>The report in lower case.</summary>
    public string Lower { get; }

    /// <summary>Where in the body the returned message begins; -1 where the body holds none.</summary>
    public int ReturnedAt { get; } = -1;

    /// <summary>Subject of the bounce, decoded.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The From header as it stands.</summary>
    public string From { get; init; } = "";

    /// <summary>Bare address of From; empty where there is none.</summary>
    public string FromAddress => AddressFinder.First(From) ?? "";

    /// <summary>The To header as it stands: whom the bounce was sent to, the sender of the refused message.</summary>
    public string To { get; init; } = "";

    /// <summary>X-Mailer, or X-MLServer of a mailing list's manager.</summary>
    public string Mailer { get; init; } = "";

    /// <summary>The X-Failed-Recipients header: addresses, separated by commas.</summary>
    public string FailedRecipients { get; init; } = "";

    /// <summary>To of the returned message where that is a part of its own.</summary>
    public string OriginalTo { get; init; } = "";

    /// <summary>The addresses in X-Failed-Recipients, each once.</summary>
    public IReadOnlyList<string> FailedAddresses =>
        _failed ??= FailedRecipients.Length == 0 ? [] : AddressFinder.All(FailedRecipients).Distinct(StringComparer.OrdinalIgnoreCase).ToList();

    /// <summary>Addresses in To of the returned message, for reports that name no recipient at all.</summary>
    public IReadOnlyList<string> ReturnedTo => AddressFinder.All(OriginalTo.Length > 0 ? OriginalTo : ToBelow(), 20);

    /// <summary>From, X-Mailer and subject in lower case, a line feed between them.</summary>
    public string Head => _head ??= $"{From}\n{Mailer}\n{Subject}".ToLowerInvariant();

    /// <summary>True where the report holds <paramref name="words"/>, given in lower case, in whatever case.</summary>
    public bool Says(string words) => Lower.Contains(words, StringComparison.Ordinal);

    /// <summary>True where the report, the subject, From or X-Mailer holds <paramref name="words"/>, given in lower case.</summary>
    public bool Mentions(string words) =>
        Says(words) || Head.Contains(words, StringComparison.Ordinal);

    /// <summary>The To header of a message returned below the report.</summary>
    private string ToBelow()
    {
        if (ReturnedAt < 0) return "";
        var at = ReturnedAt;
        for (var i = 0; i < 200 && at < _body.Length; i++)
        {
            var line = NextLine(_body, ref at);
            if (line.Text.StartsWith("To:", StringComparison.OrdinalIgnoreCase)) return line.Text[3..];
        }

        return "";
    }

    private static ReportLine NextLine(string body, ref int at)
    {
        var rest = body.AsSpan(at);
        var end = rest.IndexOfAny('\n', '\r');
        var line = end < 0 ? rest : rest[..end];
        at += end < 0 ? rest.Length : end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1);
        var indent = 0;
        foreach (var c in line)
        {
            if (c is ' ' or '\u00a0') indent++;
            else if (c == '\t') indent += 8;
            else break;
        }

        line = line.Trim();
        return new ReportLine((line.Length > LineLength ? line[..LineLength] : line).ToString(), indent);
    }
}
