namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>Where a report ends and the returned message begins.</summary>
internal static class ReportEnd
{
    private static readonly string[] Marks =
    [
        "this is a copy of", "below this line is", "enclosed is a copy", "below is a copy", "here is a copy", "included is a copy",
        "a copy of the message", "a copy of your message", "a copy of the original", "copy of the original message",
        "the header of the original message", "the headers of the original", "the original message header", "the original message follows", "the returned message", "the text of the message follows", "the message text follows", "original message header",
        "the body of the message is", "the first few lines of", "original message follows", "original message:", "original message -",
        "original mail -", "original mail info", "original mail as follows", "original mail follows", "unsent message follows", "unsent message below",
        "message header follows", "message headers follow", "message text follows", "message body follows", "message follows",
        "text of the message follows", "returned message", "returned mail -", "start of returned message", "undelivered message follows",
        "undelivered message -", "rejected message follows", "message contents follow", "the message headers were", "the following is a copy",
        "failed message follows", "headers of the original message", "headers from the original", "header of original message",
        "begin original message", "forwarded message", "message transcript follows", "messageheader folgen",
        "dies ist eine kopie", "es folgt eine kopie", "es folgt die", "kopie der nachricht", "ursprüngliche nachricht", "original-nachricht",
        "kopfzeilen der", "header der original", "der header der", "ceci est une copie", "copie du message", "message d'origine", "en-têtes du message", "en-têtes de message",
        "esta es una copia", "copia del mensaje", "encabezados de mensaje", "encabezados originales", "encabezados del mensaje", "mensaje original",
        "esta é uma cópia", "cópia da mensagem", "cabeçalhos de mensage", "cabeçalhos da mensagem", "mensagem original",
        "questa è una copia", "copia del messaggio", "intestazioni original", "intestazioni del messaggio", "messaggio originale", "intestazione del messaggio",
        "dit is een kopie", "kopie van het bericht", "oorspronkelijk bericht", "oorspronkelijke bericht", "originele bericht",
        "исходное сообщение", "исходные заголовки", "копия сообщения", "копия вашего", "оригинальное сообщение", "заголовки исходного",
        "元のメッセージ", "元のメール", "オリジナルメッセージ", "以下は元の", "原始邮件", "原始郵件", "原邮件", "原始信件", "원본 메시지",
    ];

    private static readonly string[] Headers =
    [
        "received:", "return-path:", "x-received:", "dkim-signature:", "arc-seal:", "x-originating-ip:", "x-google-dkim-signature:",
        "domainkey-signature:", "delivered-to:", "authentication-results:", "mime-version:", "x-ymail-osg:", "x-yahoo-newman",
    ];

    private static readonly Dictionary<char, string[]> MarksByFirst = ByFirst(Marks);

    private static readonly Dictionary<char, string[]> HeadersByFirst = ByFirst(Headers);

    /// <summary>
    /// True where <paramref name="line"/> says that the returned message follows, or is a header line that no report
    /// holds (a trace or signature header). An introduction on the first line of a text is no such mark.
    /// </summary>
    public static bool StartsAt(ReportLine line, bool afterText)
    {
        if (line.IsBlank || !afterText) return false;
        var text = line.Text.AsSpan().TrimStart("-=*|_#<>+~ \t・■◇").TrimStart();
        if (text.Length < 4) return false;
        foreach (var header in HeadersByFirst.GetValueOrDefault(char.ToLowerInvariant(text[0]), []))
        {
            if (text.StartsWith(header, StringComparison.OrdinalIgnoreCase)) return true;
        }

        // A sentence about the original message is no heading: it goes on, or names when it was received.
        if (text.Length > 100) return false;
        foreach (var mark in MarksByFirst.GetValueOrDefault(char.ToLowerInvariant(text[0]), []))
        {
            if (text.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) return !IsSentence(line.Text, text[mark.Length..]);
        }

        return IsRuledHeading(line.Text, text);
    }

    private static Dictionary<char, string[]> ByFirst(string[] marks) =>
        marks.GroupBy(static m => m[0]).ToDictionary(static g => g.Key, static g => g.ToArray());

    private static bool IsSentence(string line, ReadOnlySpan<char> rest) =>
        line[0] is not ('-' or '=' or '*' or '|' or '_' or '#')
        && (rest.Contains(" was ", StringComparison.OrdinalIgnoreCase) || rest.Contains(" could not", StringComparison.OrdinalIgnoreCase)
            || rest.Contains(" cannot", StringComparison.OrdinalIgnoreCase) || rest.Contains(" konnte", StringComparison.OrdinalIgnoreCase)
            || rest.Contains(" has not", StringComparison.OrdinalIgnoreCase) || rest.Contains(" n'a ", StringComparison.OrdinalIgnoreCase)
            || rest.Contains(" no pudo", StringComparison.OrdinalIgnoreCase) || rest.Contains("送信でき", StringComparison.Ordinal)
            || rest.TrimStart().StartsWith("is:", StringComparison.OrdinalIgnoreCase));

    private static bool IsRuledHeading(string line, ReadOnlySpan<char> text) =>
        line.StartsWith("--", StringComparison.Ordinal)
        && (text.StartsWith("original message", StringComparison.OrdinalIgnoreCase) || text.StartsWith("original mail", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("message header", StringComparison.OrdinalIgnoreCase) || text.StartsWith("original", StringComparison.OrdinalIgnoreCase));
}
