namespace Gatepost.Refusals.Mail;

/// <summary>What a MIME part is to a reader of bounces.</summary>
internal enum MailPartKind
{
    /// <summary>An attachment or anything else without meaning here.</summary>
    Other,
    /// <summary>text/plain, or text of a kind that reads as plain; also a part without a Content-Type.</summary>
    Text,
    /// <summary>text/html.</summary>
    Html,
    /// <summary>multipart/*: has parts.</summary>
    Multipart,
    /// <summary>message/delivery-status (RFC 3464) or message/global-delivery-status (RFC 6533).</summary>
    DeliveryStatus,
    /// <summary>message/feedback-report (RFC 5965).</summary>
    FeedbackReport,
    /// <summary>message/disposition-notification (RFC 8098) or its global form.</summary>
    DispositionNotification,
    /// <summary>message/rfc822 or message/global: has one part, the mail inside.</summary>
    Message,
    /// <summary>text/rfc822-headers or message/global-headers: the header fields of a mail.</summary>
    MessageHeaders,
}
