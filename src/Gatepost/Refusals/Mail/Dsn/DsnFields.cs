namespace Gatepost.Refusals.Mail.Dsn;

/// <summary>
/// The fields of a delivery report (RFC 3464 section 2): one group about the message, then one a recipient. Groups are
/// told apart by blank lines and, where those are missing or stray, by a field that the group already has.
/// </summary>
internal sealed class DsnFields
{
    private readonly List<MailHeaders> _recipients = new(1);

    private DsnFields(MailHeaders message) => Message = message;

    /// <summary>The per-message fields.</summary>
    public MailHeaders Message { get; }

    /// <summary>The per-recipient fields, one group a recipient.</summary>
    public IReadOnlyList<MailHeaders> Recipients => _recipients;

    /// <summary>Offset after the last field.</summary>
    public int End { get; private set; }

    /// <summary>Reads the fields from the content of a report.</summary>
    /// <param name="content">The report, transfer encoding taken off.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="maxRecipients">How many recipients are read.</param>
    public static DsnFields Read(ReadOnlyMemory<byte> content, int start, int maxRecipients)
    {
        var fields = new DsnFields(MailHeaders.Over(content));
        var group = fields.Message;
        var lines = new LineScanner(content.Span, start, content.Length);
        var isAfterBlank = false;
        while (lines.Read())
        {
            var line = lines.Line;
            if (line.TrimBlanks().IsEmpty)
            {
                isAfterBlank = true;
                continue;
            }

            var isFolded = line[0] is (byte)' ' or (byte)'\t' && group.Count > 0;
            var length = HeaderName.Length(line, out var colon);
            if (isFolded || length == 0 || !IsFieldName(line[..length]))
            {
                if (!isAfterBlank) group.ExtendLast(lines.End);
                continue;
            }

            var name = line[..length];
            if (isAfterBlank && group != fields.Message && IsMailField(name)) break;
            if (StartsGroup(group, name, isAfterBlank, group == fields.Message))
            {
                if (fields._recipients.Count >= maxRecipients) break;
                group = MailHeaders.Over(content);
                fields._recipients.Add(group);
            }

            isAfterBlank = false;
            fields.End = lines.Next;
            group.Add(lines.Start, length, lines.Start + colon + 1, lines.End);
        }

        return fields;
    }

    /// <summary>Offset of the first field of a delivery report in a text that holds more than it; -1 where there is none.</summary>
    public static int IndexIn(ReadOnlySpan<byte> text)
    {
        var lines = new LineScanner(text, 0, text.Length);
        while (lines.Read())
        {
            var line = lines.Line;
            if (line.StartsWithIgnoreCase("Reporting-MTA:"u8) || line.StartsWithIgnoreCase("Final-Recipient:"u8)
                || line.StartsWithIgnoreCase("Original-Recipient:"u8)) return lines.Start;
        }

        return -1;
    }

    /// <summary>True where the bytes hold fields of a delivery report at the beginnings of lines.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOfIgnoreCase("Final-Recipient:"u8);
        if (at < 0) at = text.IndexOfIgnoreCase("Original-Recipient:"u8);
        return at >= 0 && (at == 0 || text[at - 1] is (byte)'\n' or (byte)'\r')
            && (text.ContainsIgnoreCase("Action:"u8) || text.ContainsIgnoreCase("Status:"u8));
    }

    private static bool IsRecipientKey(ReadOnlySpan<byte> name) =>
        Is(name, "Final-Recipient"u8) || Is(name, "Original-Recipient"u8) || Is(name, "Action"u8) || Is(name, "Status"u8)
        || Is(name, "Diagnostic-Code"u8) || Is(name, "Remote-MTA"u8);

    /// <summary>Fields of a mail, not of a report: the returned message begins here, without a part of its own.</summary>
    private static bool IsMailField(ReadOnlySpan<byte> name) =>
        Is(name, "Return-Path"u8) || Is(name, "Received"u8) || Is(name, "Message-ID"u8) || Is(name, "MIME-Version"u8) || Is(name, "Content-Type"u8);

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> other) => System.Text.Ascii.EqualsIgnoreCase(name, other);

    private static bool StartsGroup(MailHeaders group, ReadOnlySpan<byte> name, bool isAfterBlank, bool isMessage)
    {
        if (isMessage) return IsRecipientKey(name) || (isAfterBlank && group.Count > 0 && Is(name, "X-Actual-Recipient"u8));
        if (!group.Has("Final-Recipient"u8) && !group.Has("Original-Recipient"u8)) return false;
        if (Is(name, "Final-Recipient"u8) || Is(name, "Action"u8) || Is(name, "Status"u8)) return group.Has(name);
        if (Is(name, "Original-Recipient"u8)) return group.Has(name) || (isAfterBlank && group.Has("Final-Recipient"u8));
        return false;
    }

    /// <summary>A word with a colon is a field where it is one of the report's or has a hyphen; otherwise it is a wrapped line's.</summary>
    private static bool IsFieldName(ReadOnlySpan<byte> name) =>
        name.Contains((byte)'-') || Is(name, "Action"u8) || Is(name, "Status"u8) || Is(name, "ction"u8);
}
