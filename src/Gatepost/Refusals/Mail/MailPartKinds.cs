namespace Gatepost.Refusals.Mail;

/// <summary>From a Content-Type to what the part is, misspellings of the report types included.</summary>
internal static class MailPartKinds
{
    public static MailPartKind Of(ReadOnlySpan<byte> contentType, MailPart? parent)
    {
        var type = MediaParameters.Value(contentType);
        if (type.IsEmpty) return parent is not null && IsDigest(parent) ? MailPartKind.Message : MailPartKind.Text;
        if (type.StartsWithIgnoreCase("multipart"u8)) return MailPartKind.Multipart;
        if (type.StartsWithIgnoreCase("text/"u8)) return OfText(type[5..]);
        if (type.StartsWithIgnoreCase("message/"u8)) return OfMessage(type[8..]);
        if (type.StartsWithIgnoreCase("text"u8) || type.StartsWithIgnoreCase("plain"u8)) return MailPartKind.Text;
        return IsStatus(type) ? MailPartKind.DeliveryStatus : MailPartKind.Other;
    }

    private static MailPartKind OfText(ReadOnlySpan<byte> subtype)
    {
        if (subtype.StartsWithIgnoreCase("html"u8)) return MailPartKind.Html;
        if (subtype.StartsWithIgnoreCase("rfc822"u8) || subtype.StartsWithIgnoreCase("message-headers"u8)) return MailPartKind.MessageHeaders;
        if (IsStatus(subtype)) return MailPartKind.DeliveryStatus;
        return subtype.StartsWithIgnoreCase("calendar"u8) || subtype.StartsWithIgnoreCase("css"u8) ? MailPartKind.Other : MailPartKind.Text;
    }

    private static MailPartKind OfMessage(ReadOnlySpan<byte> subtype)
    {
        if (IsStatus(subtype)) return MailPartKind.DeliveryStatus;
        if (subtype.ContainsIgnoreCase("disposition"u8)) return MailPartKind.DispositionNotification;
        if (subtype.ContainsIgnoreCase("feedback"u8)) return MailPartKind.FeedbackReport;
        if (subtype.ContainsIgnoreCase("headers"u8)) return MailPartKind.MessageHeaders;
        return subtype.StartsWithIgnoreCase("rfc822"u8) || subtype.StartsWithIgnoreCase("global"u8) || subtype.StartsWithIgnoreCase("news"u8)
            || subtype.StartsWithIgnoreCase("rfc2822"u8)
            ? MailPartKind.Message
            : MailPartKind.Other;
    }

    /// <summary><c>delivery-status</c> and how it gets misspelt: delivery_status, deliverystatus, delivery-report.</summary>
    private static bool IsStatus(ReadOnlySpan<byte> subtype)
    {
        var at = subtype.IndexOfIgnoreCase("delivery"u8);
        if (at < 0) return false;
        var rest = subtype[(at + 8)..].TrimStart("-_ ."u8);
        return rest.StartsWithIgnoreCase("stat"u8) || rest.StartsWithIgnoreCase("report"u8);
    }

    private static bool IsDigest(MailPart parent) =>
        parent.Kind == MailPartKind.Multipart && parent.ContentType.StartsWithIgnoreCase("multipart/digest"u8);
}
