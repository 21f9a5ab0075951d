namespace Gatepost.Refusals.Mail.Dsn;

/// <summary>Reads delivery status notifications (RFC 3464, RFC 6533), and what mail servers make of them.</summary>
internal static class DsnReader
{
    /// <summary>Recipients for which the human-readable text is consulted; for more it would cost too much.</summary>
    private const int MaxConsulted = 1_000;

    /// <summary>The refusals of the report in this mail; null where the mail holds no report, empty where it names nobody.</summary>
    public static IReadOnlyList<Refusal>? Read(MailView mail, ReadLimits limits)
    {
        if (DsnReport.Find(mail) is not { } report) return null;
        var count = 0;
        foreach (var (_, fields) in report.Statuses) count += fields.Recipients.Count;
        var refusals = new List<Refusal>(count);
        var text = new ReportText(report.Text, limits.TextLength);
        foreach (var (part, fields) in report.Statuses)
        {
            var common = Common(report, part, fields);
            foreach (var group in fields.Recipients)
            {
                if (refusals.Count >= limits.RefusalsPerDocument) return refusals;
                var isConsulted = refusals.Count < MaxConsulted;
                if (DsnRecipient.Read(group, common, isConsulted ? text : null, count == 1, limits) is not { } refusal) continue;
                if (count == 1 && !DsnAddress.IsComplete(refusal.Recipient)) refusal = WithFailedRecipient(refusal, report.Mail.Headers);
                refusals.Add(refusal with { Source = Span(part, group.Start) });
            }
        }

        return refusals;
    }

    private static SourceSpan Span(MailPart part, int offset) =>
        part.Encoding == TransferEncoding.None ? part.SpanAt(part.BodyStart + offset) : part.Span;

    /// <summary>A report on a file, a program or a host: Exim's X-Failed-Recipients has the mailbox that it stands for.</summary>
    private static Refusal WithFailedRecipient(Refusal refusal, MailHeaders headers)
    {
        var raw = headers.Raw("X-Failed-Recipients"u8);
        var address = raw.Contains((byte)',') ? null : HeaderAddress.First(raw);
        return DsnAddress.IsComplete(address) ? refusal with { Recipient = address } : refusal;
    }

    /// <summary>What holds for every recipient of a report.</summary>
    private static Refusal Common(DsnReport report, MailPart part, DsnFields fields)
    {
        var message = fields.Message;
        var headers = report.Mail.Headers;
        return new Refusal
        {
            Format = InputFormat.Dsn,
            Source = part.Span,
            ReportingMta = DsnAddress.Host(message.Raw("Reporting-MTA"u8), out _) ?? DsnAddress.Host(message.Raw("Reporting-UA"u8), out _),
            Software = ReportingSoftware.Of(report.Mail, report.Text, message),
            Sender = Sender(message) ?? report.Original?.ReturnPath ?? HeaderAddress.First(headers.Raw("To"u8)),
            Time = MailTime.Of(message, "Arrival-Date"u8) ?? MailTime.Of(headers, "Date"u8),
            QueueId = QueueId(message),
            Original = report.Original,
            Notes = MailNotes.Of(report.Mail),
        };
    }

    /// <summary>X-Postfix-Sender, and the fields that servers built on it name after themselves.</summary>
    private static string? Sender(MailHeaders message) =>
        FindSuffix(message, "-Sender"u8, out var raw) ? DsnAddress.Recipient(raw) ?? (raw.Contains((byte)';') ? "" : null) : null;

    private static string? QueueId(MailHeaders message) =>
        FindSuffix(message, "-Queue-ID"u8, out var raw) && raw.Length is > 0 and < 100 ? EncodedWord.Decode(raw) : null;

    private static bool FindSuffix(MailHeaders message, ReadOnlySpan<byte> suffix, out ReadOnlySpan<byte> raw)
    {
        for (var i = 0; i < message.Count; i++)
        {
            var name = message[i].Name;
            if (name.Length <= suffix.Length || (name[0] | 0x20) != 'x') continue;
            if (!System.Text.Ascii.EqualsIgnoreCase(name[^suffix.Length..], suffix)) continue;
            raw = message[i].Raw;
            return true;
        }

        raw = default;
        return false;
    }
}
