namespace Gatepost.Refusals.Mail.Dsn;

/// <summary>A delivery report as it stands in a mail: its fields, the human-readable text and the returned message.</summary>
internal sealed class DsnReport
{
    private DsnReport(MailView mail) => Mail = mail;

    /// <summary>The mail.</summary>
    public MailView Mail { get; }

    /// <summary>The parts that hold the fields; a mail may report in several.</summary>
    public List<(MailPart Part, DsnFields Fields)> Statuses { get; } = new(1);

    /// <summary>The human-readable text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The returned message; null where none came back.</summary>
    public OriginalMessage? Original { get; private set; }

    /// <summary>The report in this mail, not in mails inside it; null where there is none.</summary>
    public static DsnReport? Find(MailView mail)
    {
        var report = new DsnReport(mail);
        report.Collect(mail.Root);
        if (report.Statuses.Count == 0) report.CollectLoose(mail.Root);
        if (report.Statuses.Count == 0) return null;
        if (report.Text.Length == 0) report.Text = report.TextBeside(report.Statuses[0].Part);
        return report;
    }

    /// <summary>The text in the same multipart as the fields, else the mail's.</summary>
    private string TextBeside(MailPart status)
    {
        if (status.Parent is not { Kind: MailPartKind.Multipart } around) return Mail.Text.Value;
        var text = MailTexts.Find(around, MailPartKind.Text) ?? MailTexts.Find(around, MailPartKind.Html);
        return text is null ? Mail.Text.Value : text.Text.Value;
    }

    private void Collect(MailPart part)
    {
        switch (part.Kind)
        {
            case MailPartKind.DeliveryStatus:
                Add(part, 0);
                break;
            case MailPartKind.Message or MailPartKind.MessageHeaders when part != Mail.Root:
                Original ??= ReturnedMessage.Of(part);
                break;
            case MailPartKind.Multipart:
                foreach (var child in part.Parts) Collect(child);
                break;
        }
    }

    /// <summary>Looks for a report whose part is typed as something else, or that stands in the text without any parts.</summary>
    private void CollectLoose(MailPart part)
    {
        if (part.Kind == MailPartKind.Multipart && part.Parts.Count > 0)
        {
            foreach (var child in part.Parts) CollectLoose(child);
            return;
        }

        if (part.Kind is not (MailPartKind.Text or MailPartKind.Other or MailPartKind.Multipart)) return;
        if (part.Kind == MailPartKind.Other && part.Body.Length > 256 * 1024) return;
        var content = part.Content.Span;
        if (!DsnFields.LooksLike(content)) return;
        var start = DsnFields.IndexIn(content);
        var end = Add(part, start);
        if (end < 0 || Text.Length > 0) return;
        Text = part.Text.Value;
        var cut = Text.AsSpan().IndexOfIgnoreCase("Reporting-MTA:");
        if (cut < 0) cut = Text.AsSpan().IndexOfIgnoreCase("Final-Recipient:");
        if (cut >= 0) Text = Text[..cut];
        var first = end + Math.Max(0, content[end..].IndexOfAnyExcept(" \t\r\n"u8));
        if (Original is null && first < content.Length && HeaderName.IsField(content[first..]))
            Original = ReturnedMessage.Read(MailHeaders.Scan(part.Content, first, content.Length), false);
    }

    private int Add(MailPart part, int start)
    {
        var fields = DsnFields.Read(part.Content, start, Mail.Limits.RefusalsPerDocument);
        if (fields.Recipients.Count == 0 && fields.Message.Count == 0) return -1;
        Statuses.Add((part, fields));
        return fields.End;
    }
}
