namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>The words by which a notice of failed delivery is known, in the languages that mail servers speak.</summary>
internal static class BounceWords
{
    private static readonly WordTable Froms = new(["mailer-daemon", "mailer daemon", "mail delivery", "postmaster", "mail-daemon", "mailerdaemon", "bounce", "system administrator", "post_master", "mail administrator", "microsoft exchange", "mail system", "maildaemon", "delivery subsystem", "mmsc"]);

    private static readonly WordTable Words = new(
    [
        "undeliver", "could not be delivered", "couldn't be delivered", "cannot be delivered", "can't be delivered", "was not delivered", "wasn't delivered", "not been delivered", "unable to deliver", "delivery failed", "delivery has failed", "delivery failure", "failure notice",
        "delivery status", "returned mail", "failed to deliver", "delivery error", "delivery problem", "delivery incomplete", "delivery delayed", "mail failure", "mail system error", "message blocked", "non-delivery", "nondeliver", "delivery report", "did not reach", "could not deliver", "not deliverable", "message rejected", "mail delivery failed",
        "user unknown", "unknown user", "mailbox is full", "mailbox full", "rejected your message", "permanent error", "failure delivery", "delivery notification", "error was encountered", "returning message to sender", "had trouble delivering", "error sending your mail", "was not relayed", "duplicated message-id", "not a member of this mailing list", "no valid recipients",
        "could not be sent", "invalid user address", "has been delayed", "address not found", "delivery stopped", "undelivered", "loop alert", "failed addresses",
        "unzustellbar", "konnte nicht zugestellt", "nicht zugestellt werden", "zustellung fehlgeschlagen", "nicht übermittelt", "zustellfehler", "nicht zustellbar", "fehler bei der übermittlung",
        "n'a pas pu être", "n'a pu être", "non remis", "échec de la remise", "non distribu", "impossible de remettre", "remise du message a échoué", "n'a pas été remis",
        "no se pudo entregar", "no se ha podido entregar", "no pudo ser entregado", "error de entrega", "no entregado", "no se puede entregar", "no se ha entregado", "fallo en la entrega",
        "non recapitabile", "impossibile recapitare", "non è stato possibile", "non recapitato", "mancato recapito", "impossibile consegnare", "recapito non riuscito",
        "não foi possível entregar", "não pôde ser entregue", "não entregue", "falha na entrega", "não foi entregue", "falha ao entregar",
        "kon niet worden", "niet bezorgd", "niet afgeleverd", "onbestelbaar", "bezorging mislukt",
        "не доставлен", "не удалось доставить", "не может быть доставлен", "недоставлен", "ошибка доставки", "не было доставлено", "доставка не удалась",
        "送信できませんでした", "配信できませんでした", "配信不能", "届きませんでした", "送信に失敗", "お届けできません", "配達できません", "配信に失敗", "配信されませんでした", "エラーのため",
        "退信", "无法投递", "未能送达", "无法送达", "投递失败", "發送失敗", "无法传递", "無法傳遞", "배달되지", "전달할 수 없", "전송 실패", "nie można dostarczyć", "niedostarczon", "nie została dostarczona", "kunde inte levereras", "kunne ikke leveres", "teslim edilemedi", "nedoručiteln", "nelze doručit",
    ]);

    /// <summary>True where sender, subject or text are those of a notice of failed or delayed delivery.</summary>
    public static bool AreIn(BounceText text)
    {
        if (text.FailedRecipients.Length > 0) return true;
        return Words.IsIn(text.Subject) || Words.IsIn(text.Report) || (Froms.IsIn(text.From) && QuotedReply.Find(text.Report) >= 0);
    }
}
