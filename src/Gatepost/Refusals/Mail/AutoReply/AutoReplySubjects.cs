namespace Gatepost.Refusals.Mail.AutoReply;

/// <summary>The subjects with which mail programs begin an automatic reply, in the languages they are shipped in.</summary>
internal static class AutoReplySubjects
{
    private static readonly string[] s_starts =
    [
        "Out of Office", "Out-of-Office", "OutOfOffice", "Automatic reply", "Auto reply", "Auto-reply", "Autoreply", "Automated reply",
        "Auto response", "Auto-response", "Autoresponse", "Automatic response", "Vacation reply", "Vacation message", "Away from my mail",
        "Abwesenheit", "Automatische Antwort", "Automatische Abwesenheit", "Réponse automatique", "Absence du bureau", "Absence:", "Absence :", "Message d'absence",
        "Respuesta automática", "Fuera de la oficina", "Fuera de oficina", "Risposta automatica", "Fuori sede", "Fuori ufficio",
        "Resposta automática", "Ausência", "Automatisch antwoord", "Afwezig", "Autosvar", "Automatiskt svar", "Automatisk svar", "Frånvaro", "Fravær",
        "Automaattinen vastaus", "Poissa", "Automatyczna odpowiedź", "Automatická odpověď", "Automatikus válasz", "Răspuns automat",
        "Автоматический ответ", "Автоответ", "Otomatik yanıt", "自動応答", "自動返信", "不在通知", "不在のお知らせ", "自动回复", "自动答复", "自動回覆", "자동 회신", "부재중",
    ];

    /// <summary>True where the subject begins with one of them, as whole words.</summary>
    public static bool IsOne(string subject)
    {
        var text = subject.AsSpan().Trim().TrimStart("[(*【 ");
        foreach (var start in s_starts)
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase) && IsWholeWord(text, start.Length)) return true;
        return false;
    }

    private static bool IsWholeWord(ReadOnlySpan<char> text, int length) =>
        text.Length == length || !char.IsAsciiLetter(text[length]) || !char.IsAsciiLetter(text[length - 1]) || text.StartsWith("Abwesenheit");
}
