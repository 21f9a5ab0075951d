namespace Gatepost.Refusals.Mail;

/// <summary>What is missing from a mail, in sentences.</summary>
internal static class MailNotes
{
    /// <summary>The notes that hold for every refusal of the mail; empty for a whole one.</summary>
    public static IReadOnlyList<string> Of(MailView mail)
    {
        if (mail.IsDocumentCut) return [$"Only the first {mail.Bytes.Length} bytes of the mail were read."];
        if (mail.Headers.IsCut && mail.Root.Body.IsEmpty) return ["The mail ends inside its header fields."];
        return Where(mail.Root) is { } where ? [$"The mail ends inside {where}."] : [];
    }

    private static string? Where(MailPart part)
    {
        if (part.Kind != MailPartKind.Multipart) return null;
        var parts = part.Parts;
        if (!part.IsCut) return null;
        if (parts.Count == 0) return "its first part";
        var last = parts[^1];
        if (last.End < part.End) return null;
        return last.Kind switch
        {
            MailPartKind.DeliveryStatus => "the delivery report",
            MailPartKind.Message or MailPartKind.MessageHeaders => "the returned message",
            MailPartKind.FeedbackReport => "the feedback report",
            MailPartKind.Text or MailPartKind.Html => "the text of the report",
            MailPartKind.Multipart => Where(last) ?? "a part",
            _ => "a part",
        };
    }
}
