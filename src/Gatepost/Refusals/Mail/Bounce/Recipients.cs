namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>Which addresses in a report are failed recipients, and which only stand there.</summary>
internal static class Recipients
{
    private static readonly string[] Offices =
    [
        "postmaster@", "mailer-daemon@", "mailerdaemon@", "abuse@", "support@", "help@", "helpdesk@", "noc@", "hostmaster@", "unsubscribe@", "noreply@", "no-reply@", "mailto@", "security@", "mail-daemon@",
    ];

    private static readonly WordTable NotFailed = new(
    [
        "contact", "from:", "from ", "sender", "kontakt", "contacter", "reply", "question", "assistance", " help", "support", "administrator", "write to", "wenden", "unsubscribe", "complain", "sent by", "von:",
        "de :", "message-id", "report", "mail from", "return-path", "returned to", "postmaster", "http:", "https:", "absender", "expéditeur", "remitente", "mittente", "отправитель", "送信者", "差出人", "hello", "hi ", "dear",
    ]);

    private static readonly string[] Failed =
    [
        " to", " to:", " to :", "\"to\"", " an", " an:", " à", " à :", " a", " para", " per", " voor", " aan", " для", " for", " for:", "recipient", "recipient:", "recipients:", "recipient(s):", "user:", "user", "mailbox:", "mailbox", "address:", "address",
        "addresses:", "address(es):", "account", "account:", "size:", "attempts:", "full:", "rejected:", "unknown:", "list", "in", "failed:", "exist:", "addressee:", "empfänger", "empfänger:", "destinataire", "destinatario", "destinatário", "宛先", "宛先:", "宛先：", "收件人", "收件人：", "адрес",
    ];

    /// <summary>True where the address is the one the bounce was sent to or from.</summary>
    public static bool IsSender(BounceText text, string address) =>
        Contains(text.To, address) || Contains(text.From, address);

    /// <summary>True for addresses of people and programs that are there to be asked, not to receive mail.</summary>
    public static bool IsOffice(string address)
    {
        foreach (var office in Offices)
        {
            if (address.StartsWith(office, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>Judges an address by the words before it on its line: true for a failed recipient, false for another, null where they do not tell.</summary>
    public static bool? Judge(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" \t<\"'([");
        if (before.Length > 100) before = before[^100..];
        if (NotFailed.IsIn(before)) return false;
        foreach (var words in Failed)
        {
            if (before.EndsWith(words, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return null;
    }

    private static bool Contains(string header, string address) =>
        AddressFinder.All(header, 20).Contains(address, StringComparer.OrdinalIgnoreCase);
}
