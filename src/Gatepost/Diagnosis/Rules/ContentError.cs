namespace Gatepost.Diagnoses.Rules;

/// <summary>GP204: a header or the content has a forbidden form.</summary>
internal sealed class ContentError : ReasonRule
{
    public override Reason Reason => Reason.ContentError;

    public override Cause Cause { get; } = new("GP204", "contenterror", "A header or the content has a forbidden form", Side.Sender, Owner.SendingAdmin)
    {
        Why = "The server read the message and could not, or would not, process its form: broken MIME, headers that are too long, an encoding or a character set that it does not take, a message that had to be converted and could not be.",
        Plain = "{server} could not read the form of your message. Sending it as plain text often helps.",
        Fixes =
        [
            new Fix(Owner.Sender, ["Send the message again as plain text, without unusual characters in the names and the subject."]),
            new Fix(Owner.SendingAdmin,
            [
                "Check the headers and the MIME structure that the program writes, byte by byte, against RFC 5322 and RFC 2045.",
            ]),
        ],
        References = ["RFC 3463 X.6.0 to X.6.5", "RFC 2045", "RFC 6152"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "content related",
        "(media|conversion|mime|encoding|character set|charset|format|parsing|content-type|content type) (error|failed|failure|not supported|unsupported|required|not allowed|is not|type|problem|invalid|violation)",
        "(malformed|broken|invalid|bad|improper|illegal|defective|incorrect|unsupported|wrong|corrupt|corrupted|nested) (mime|content|content-type|encoding|character set|charset|message structure|mime structure|multipart|body structure|base64|attachment encoding|message format|content type|boundary|transfer encoding)",
        "(header|headers|header field|subject|header line|header lines|mime headers|received headers) (is |are |size |length |)(too large|too long|too big|exceeds|too many|contains|contain|has illegal|not allowed|has invalid|over)",
        "(too many|too large|very long|overlong|excessive) (headers|header|header lines|mime parts|nested|mime|attachments|parts)",
        "(8bit|8-bit|8bitmime|8-bit data|smtputf8|utf-8|utf8|unicode|non-ascii|eai|internationalized|8 bit) (is |data |characters |character |address |addresses |mime |support |)(not|in|headers|required|unsupported|found|detected|error|header|is required|not allowed|was not|but|illegal)",
        "(no|not support|not offer|doesn't support|does not support|without|requires|requires support for|illegal) (8bit|8bitmime|8-bit|smtputf8|utf-8|utf8)",
        "(character|characters|char|byte|nul|null|line feed|bare lf|bare cr|bare newline|bare <lf>|bare linefeed|bare linefeeds|bare lfs|cr/lf|control) .. (in|found|not allowed|received|illegal|invalid|disallowed|header|rejected|stray)",
        "(unsupported|unacceptable|disallowed|forbidden|undesirable) (content|format|language|character|character set|charset|header|mime|content-type)",
        "(message|mail|email) (format|structure|body) (is |)(invalid|not valid|not accepted|error|unacceptable|malformed|corrupt|not supported)",
        "(partial|fragmented|encrypted|digitally signed|html|html-only|html only) (message|messages|mail|emails|e-mail|email) .. (not|rejected|blocked|disallowed|unsupported)",
        "(improper|unbalanced|missing) (use of 8-bit|boundary|mime|quotes|bracket)",
        "language .. (not accepted|not allowed|blocked|rejected)",
        "charset .. (not accepted|blocked|rejected|not allowed)",
        "(zeichensatz|kodierung|kopfzeile) .. (nicht|ungueltig|ungültig)",
        "(entetes|en-têtes|encodage) .. (invalide|trop|incorrect)",
        "*邮件格式",
        "*ヘッダ .. *(不正|異常|長)",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "(from|to|date|message-id|subject) header",
        "multiple addresses",
        "(spam>|virus|ube>)",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "552 5.6.0 Headers too large (3 max)",
        "550 5.6.0 <pat@example.org>: Recipient address rejected: Media error",
        "554 5.6.1 Body type not supported by remote host: unsupported content",
        "554 5.6.3 Message conversion error",
        "550 5.6.0 improper use of 8-bit data in message header",
        "554 5.6.0 Malformed MIME field",
        "550 5.6.2 SMTPSEND.BareLinefeedsAreIllegal; message contains bare linefeeds, which cannot be sent via DATA",
        "553 5.6.7 SMTPUTF8 is required, but was not offered by host mail.example.org[192.0.2.25]",
        "554 Mail rejected: malformed MIME content",
        "550 header too long",
        "554 5.6.0 too many MIME parts",
        "550 character set not accepted here: charset rejected",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.7.1 Messages with multiple addresses in From: header are not accepted.",
        "552 5.3.4 Message too large",
        "550 5.7.1 Message content rejected, UBE",
    ];

    internal override bool HoldsWithoutWords(Case c) => c.Status is { Subject: 6 };
}
