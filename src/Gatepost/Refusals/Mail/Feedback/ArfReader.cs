using System.Text;
using Gatepost.Refusals.Mail.Dsn;

namespace Gatepost.Refusals.Mail.Feedback;

/// <summary>Reads complaints: feedback reports (RFC 5965, RFC 6591) and Microsoft's, which attach the mail complained of and no report.</summary>
internal static class ArfReader
{
    private static readonly byte[][] s_told =
    [
        "Feedback-Type"u8.ToArray(), "User-Agent"u8.ToArray(), "Abuse-Type"u8.ToArray(), "Auth-Failure"u8.ToArray(), "Delivery-Result"u8.ToArray(),
        "Reported-Domain"u8.ToArray(),
    ];

    /// <summary>One refusal of kind <see cref="RefusalKind.Complaint"/> for each recipient named; null where the mail is no complaint.</summary>
    public static IReadOnlyList<Refusal>? Read(MailView mail, ReadLimits limits)
    {
        if (mail.Root.Kind != MailPartKind.Multipart) return null;
        var report = default(MailPart);
        var message = default(MailPart);
        foreach (var part in mail.AllParts())
        {
            if (part.Kind == MailPartKind.FeedbackReport) report ??= part;
            else if (part.Kind is MailPartKind.Message or MailPartKind.MessageHeaders && part != mail.Root) message ??= part;
        }

        if (report is null) return message is null ? null : ReadMicrosoft(mail, message);
        var fields = MailHeaders.Scan(report.Content, Blank(report.Content.Span), report.Content.Length);
        var original = message is null ? null : ReturnedMessage.Of(message);
        var common = new Refusal
        {
            Format = InputFormat.Arf,
            Source = report.Span,
            Kind = RefusalKind.Complaint,
            Explanation = Explanation(fields, limits),
            Sender = HeaderAddress.First(fields.Raw("Original-Mail-From"u8)) ?? original?.ReturnPath,
            ClientAddress = Address(fields.Raw("Source-IP"u8)),
            ReportingMta = DsnAddress.Host(fields.Raw("Reporting-MTA"u8), out _),
            Time = MailTime.Of(fields, "Arrival-Date"u8) ?? MailTime.Of(fields, "Received-Date"u8) ?? MailTime.Of(mail.Headers, "Date"u8),
            Original = original,
            Notes = MailNotes.Of(mail),
        };
        var refusals = new List<Refusal>(1);
        for (var i = fields.TryGetNext("Original-Rcpt-To"u8, 0, out var field); i >= 0; i = fields.TryGetNext("Original-Rcpt-To"u8, i, out field))
        {
            if (refusals.Count >= limits.RefusalsPerDocument) break;
            if (HeaderAddress.First(DsnAddress.Untyped(field.Raw, out _)) is { Length: > 0 } recipient) refusals.Add(common with { Recipient = recipient });
        }

        if (refusals.Count == 0)
            refusals.Add(common with { Recipient = HeaderAddress.First(fields.Raw("Removal-Recipient"u8)) ?? Complainant(message) });
        return refusals;
    }

    /// <summary>Microsoft's Junk Mail Reporting: "complaint about message from 192.0.2.1", the mail attached with X-HmXmrOriginalRecipient.</summary>
    private static List<Refusal>? ReadMicrosoft(MailView mail, MailPart message)
    {
        var subject = mail.Headers.Raw("Subject"u8);
        var isTold = subject.StartsWithIgnoreCase("complaint about message from "u8);
        var inner = message.Parts.Count > 0 ? message.Parts[0].Headers : MailHeaders.None;
        if (!isTold && !inner.Has("X-HmXmrOriginalRecipient"u8)) return null;
        var original = ReturnedMessage.Of(message);
        return
        [
            new Refusal
            {
                Format = InputFormat.Arf,
                Source = message.Span,
                Kind = RefusalKind.Complaint,
                Recipient = Complainant(message),
                Sender = original?.ReturnPath,
                Explanation = mail.Headers.Text("Subject"u8),
                ClientAddress = isTold ? Address(subject[29..]) : null,
                Time = MailTime.Of(mail.Headers, "Date"u8),
                Original = original,
                Notes = MailNotes.Of(mail),
            },
        ];
    }

    /// <summary>To whom the mail complained of was sent, by its own header fields.</summary>
    private static string? Complainant(MailPart? message)
    {
        if (message is null) return null;
        var headers = message.Kind == MailPartKind.MessageHeaders
            ? MailHeaders.Scan(message.Content, Blank(message.Content.Span), message.Content.Length)
            : message.Parts.Count > 0 ? message.Parts[0].Headers : MailHeaders.None;
        return HeaderAddress.First(headers.Raw("X-HmXmrOriginalRecipient"u8)) ?? HeaderAddress.First(headers.Raw("To"u8));
    }

    private static int Blank(ReadOnlySpan<byte> content)
    {
        var first = content.IndexOfAnyExcept("\r\n"u8);
        return first < 0 ? content.Length : first;
    }

    private static string? Address(ReadOnlySpan<byte> raw) =>
        DsnAddress.IpLiteral(Encoding.Latin1.GetString(raw[..Math.Min(raw.Length, 80)]));

    private static string? Explanation(MailHeaders fields, ReadLimits limits)
    {
        var text = new StringBuilder();
        foreach (var name in s_told)
        {
            if (!fields.TryGet(name, out var field) || field.Raw.IsEmpty) continue;
            if (text.Length > 0) text.Append("; ");
            text.Append(Encoding.ASCII.GetString(name)).Append(": ").Append(field.Text);
        }

        return text.Length == 0 ? null : FoldedText.Fold(text.ToString(), limits.TextLength);
    }
}
