namespace Gatepost.Diagnoses.Rules;

/// <summary>GP213: larger than the server takes.</summary>
internal sealed class MesgTooBig : ReasonRule
{
    public override Reason Reason => Reason.MesgTooBig;

    public override Cause Cause { get; } = new("GP213", "mesgtoobig", "The message is larger than the server takes", Side.Sender, Owner.Sender)
    {
        Why = "The message, as it travels (attachments grow by about a third), is over the size limit of a server on the way. The limit stands in the answer to EHLO (SIZE).",
        Plain = "Your message is larger than {server} takes. Send it without the attachment, or with a smaller one.",
        Fixes =
        [
            new Fix(Owner.Sender,
            [
                "Leave the attachment out and send a link to the file, or make it smaller.",
                "Count a third on top of the file's size: that is what the attachment needs in mail.",
            ]),
            new Fix(Owner.RecipientAdmin,
            [
                "Raise the size limit (Postfix: message_size_limit).",
            ], FixRisk.Low, OnlyIf: "Larger messages are wanted."),
        ],
        References = ["RFC 1870", "RFC 3463 X.3.4", "RFC 5321 section 4.5.3.1.7"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "(message|mail|email|e-mail|msg|body|attachment|attachments|letter) (is |was |)too (large|big|long|huge)",
        "(message|mail|email|e-mail|attachment) (size|length) (is |)(too|exceeds|exceeded|exceed|larger|greater|bigger|over|limit|not allowed)",
        "(too large|too big|oversized|oversize|over-sized|very large) (a |)(message|mail|email|body|attachment|letter|file|data)",
        "(message|mail|email|size|body|attachment) (exceeds|exceed|exceeded|is over|larger than|greater than|bigger than|exceeding) .. (size|limit|maximum|max|fixed|allowed|bytes|kb|mb|administrative|server|permitted|length|byte)",
        "(exceeds|exceed|exceeded|exceeding|over|reached) .. (message size|maximum message|size limit|mail size|maximum size|max size|max message|fixed maximum|maximum allowed size|message length|maximum permitted|allowed message size|size of message|administrative limit|maximum mail|maximum email|attachment size)",
        "(size|message|mail) limit (exceeded|is|reached|of)",
        "(maximum|max) (message|mail|email|attachment|data) size .. (is|exceeded|of|allowed|reached|limit|violation)",
        "message .. too (large|big)",
        "message size .. (not allowed|not accepted|exceeds|exceeded|rejected|limit|violation)",
        "message (length|size) exceeds",
        "size .. (larger|greater|bigger) than",
        "(line|header) .. too large",
        "(message|mail) size (too large|limit|restriction)",
        "resolver.rst.sendsizelimit",
        "(p=maxsizeerror|answer/8770|answer=8770)",
        "exceeded (the |)message size",
        "(nachricht|mail|e-mail|anhang) .. zu gro",
        "(maximale|zulaessige) .. (groesse|größe)",
        "(message|courriel|taille) .. (trop gros|trop volumineux|trop grand|depasse la taille|dépasse la taille)",
        "(mensaje|correo|tamano|tamaño) .. (demasiado grande|excede|muy grande)",
        "(mensagem|tamanho) .. (muito grande|excede)",
        "(messaggio|dimensione) .. (troppo grande|eccede|supera)",
        "(bericht|e-mail) .. te groot",
        "(wiadomosc|wiadomość) .. (za duza|za duża|zbyt duża)",
        "(размер|сообщение|письмо) .. (превышает|слишком больш)",
        "*サイズ .. *(超|制限|大き)",
        "*邮件大小",
        "*邮件过大",
        "*信件大小",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "for this recipient",
        "(header|headers|line|lines) (is |are |)too (large|long|big)",
        "header size",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "552 5.3.4 Message too large",
        "552 5.3.4 Message size exceeds fixed limit",
        "554 5.3.4 <pat@example.org>: Recipient address rejected: Message too big for system.",
        "552-5.2.3 Your message exceeded Google's message size limits.",
        "552 5.3.4 Message size exceeds file system imposed limit",
        "523 the message size exceeds our limit of 10240000 bytes",
        "552 message size exceeds maximum permitted",
        "550 5.3.4 ROUTING.SizeLimit; message size exceeds fixed maximum size for route",
        "554 Message is too large",
        "552 5.3.4 max message size exceeded",
        "550 Die Nachricht ist zu groß",
        "552 El mensaje es demasiado grande",
        "552 sorry, that message size exceeds my databytes limit (#5.3.4)",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "552 5.6.0 Headers too large (3 max)",
        "550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient",
        "552 5.2.2 mailbox full",
    ];

    internal override bool HoldsWithoutWords(Case c) => c.StatusIs(3, 4) || c.Code is 523;
}
