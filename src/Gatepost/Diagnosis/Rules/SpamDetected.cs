namespace Gatepost.Diagnoses.Rules;

/// <summary>GP222: taken for spam.</summary>
internal sealed class SpamDetected : ReasonRule
{
    public override Reason Reason => Reason.SpamDetected;

    public override Cause Cause { get; } = new("GP222", "spamdetected", "Taken for spam", Side.Sender, Owner.Sender)
    {
        Why = "A content filter on the receiving side scored the message as unsolicited: its text, a link in it, its attachments, or the way it was sent. The reply rarely says which.",
        Plain = "A filter at {server} took your message for unwanted advertising and did not deliver it.",
        Fixes =
        [
            new Fix(Owner.Sender,
            [
                "Write again with other words: plain text, no shortened links, no odd attachments, a real subject.",
                "Ask the recipient to put your address on their list of wanted senders.",
            ]),
            new Fix(Owner.SendingAdmin,
            [
                "Check SPF, DKIM and DMARC, and whether links in the message are on a domain block list (URIBL, SURBL, DBL).",
                "Report the message to the receiver's postmaster as wrongly refused, with the id in the reply.",
            ]),
            new Fix(Owner.RecipientAdmin,
            [
                "Find the message in the filter's log by the id in the reply, and allow the sender.",
            ], FixRisk.Low, OnlyIf: "The message was wanted."),
        ],
        DoNot = ["Do not send the same message again and again: that makes the score worse."],
        References = ["RFC 3463 X.7.1", "RFC 6650"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "spam related",
        "(message|mail|email|e-mail|content|it|this|your message|your email|letter|body|subject|attachment|submission|msg) (is |was |has been |appears to be |looks like |is being |seems to be |may be |identified as |classified as |detected as |considered |considered as |contains |marked as |recognized as |flagged as |scored as |rejected as |refused as |blocked as |tagged as |deemed |treated as |)(likely |probable |probably |possible |suspected |potential |high-probability |)(spam>|unsolicited|junk mail|ube>|uce>|bulk mail|spammy)",
        "(scored|classified|identified|detected|flagged|marked|rejected|refused|recognized|recognised|blocked|considered|tagged|treated|looks|denied|discarded|filtered|categorized|regarded|deemed|suspected|reported) .. (as|like|to be|for|due to|because of|of|being) (a |)(likely |probable |possible |suspected |high-confidence |confirmed |)(spam>|unsolicited|junk|ube>|uce>|bulk)",
        "(likely|possibly|probably|suspected|suspicious|potential|confirmed|probable|high probability|high-probability) (to be |of |of being |)(an |)(spam>|unsolicited|junk|ube>|uce>)",
        "(consider|considers|considered) spam>",
        "(spam>|junk|unsolicited|spamming|antispam|anti-spam|anti spam) (message|mail|email|content|detected|score|filter|filters|filtering|firewall|rejected|found|blocked|check|checks|policy|test|suspected|rule|reason|reasons|like|or|is not|not accepted|refused|engine|protection|probability|level|will|signature|pattern|bulk|e-mail|identified|system|trap|traps|limit|threshold|unwanted|by)",
        "(this|your|the) (is |message is |email is |mail is |)spam>",
        "(as|like|is|be|for|possible|contains|contain|containing|suspected|believed|sending|due to) (possible |)spam>",
        "(message|mail|content|email|body) (content |)(rejected|refused|denied|blocked|not accepted|reject|filtered|unacceptable) .. (ube>|uce>|content filter|spam>|unsolicited|suspicious content|content)",
        "(message|mail|email|body) content (is |was |has been |)(rejected|refused|denied|not accepted|blocked|not acceptable|unacceptable|restricted)",
        "(content|message|body|mail|email) .. (rejected|blocked|refused|denied|filtered) (by|due to|because of) (the |our |)(content|content filter|spam|content scanner|spam filter|filter|cloudmark|spamassassin|rspamd|bogofilter|dspam|vade|mailscanner|barracuda|symantec|proofpoint|ironport|sophos)",
        "(spamassassin|rspamd|cloudmark|bogofilter|dspam|spamcop|razor|pyzor|dcc|vade secure|vaderetro|mailcleaner|brightmail|bayes|bayesian) .. (reject|rejected|score|spam|result|block|blocked|hit|hits|threshold|bulk|listed)",
        "(score|spam score|rejection score|spam points|hits) .. (too high|exceeded|exceeds|over|above|higher|required|threshold|reached|is high)",
        "(blacklisted|blocklisted|black-listed|blocked|listed|bad|disallowed|forbidden|suspicious|malicious|spamvertised|prohibited|spammy|rejected|unsafe|unwanted) (url|urls|link|links|uri|uris|hyperlink|website|web site|phone number|content)",
        "(url|urls|link|links|uri|uris|hostname in body|domain in body|website) .. (blacklisted|blocklisted|listed|blocked|black list|blacklist|surbl|uribl|dbl|malicious|spam|in the message body|banned)",
        "(uribl|surbl|uridnsbl)",
        "*(uribl.com|surbl.org)",
        "(high|too much|too many|excessive) (probability of|level of|amount of|possibility of|likelihood of) spam>",
        "probability of more than",
        "(looks|look|appears|seems) .. (like |to be |)(spam>|unsolicited|junk|a scam|phishing)",
        "(phishing|phish|scam|fraud|hoax|fraudulent|419 scam)",
        "(unsolicited|unwanted|junk|bulk|commercial) (commercial |bulk |)(email|e-mail|mail|message|messages|content|communication)",
        "(no|not accept|do not accept|don't accept|refuse|not tolerate|reject|hate|don't want|not allow) (spam>|ube>|uce>|junk mail|unsolicited|bulk)",
        "we (dislike|do not like|don't like) (spam|unsolicited)",
        "(blocked|rejected|refused|quarantined) .. (spam & virus|spam and virus|spam firewall|spam filter|spam content|for spam|spam policy|spam protection|antispam|anti-spam|as unsolicited|by spam)",
        "(spam content|spam reasons|spam-like|spamlike|content spam|spam activity|spam related|looks like spam)",
        "(message|mail|content) (rejected|refused) .. (suspicious|unwelcome|offensive|forbidden|unacceptable) (content|message|words)",
        "(suspicious|offensive|forbidden|unacceptable|banned|restricted|objectionable|unwelcome|inappropriate) (content|words|keywords|text|phrases|subject|message content)",
        "(appears|seems) to (be |contain |)(unsolicited|spam|inappropriate)",
        "(dt:spm|mi:spb|spm|pmfilter|hvu:b|csi.cloudmark.com|oxgut|rly:ch)",
        "(p=unsolicitedmessageerror|p=unsolicitedmessage|unsolicitedipe)",
        "(ofr|ofr_|lpn)(_506|005_506|506|004_506|006_506|_515|_519|_517|007_506|007_517|_513)",
        "(mail rejete|mail rejeté|message rejete|message rejeté) .. (mail rejected|506|contenu)",
        "(5.7.511 access denied|5.7.350|5.7.512)",
        "(your message|message|mail) (looks|smells) (like|of)",
        "(body|subject|header|message) (matched|matches|contains) .. (rule|pattern|filter|banned|forbidden|spam)",
        "*spam_reject",
        "(nachricht|mail|e-mail|inhalt) .. (spam|unerwuenscht|unerwünscht|werbung)",
        "(als spam|spam-verdacht|spamverdacht|spamfilter|spam-filter|spam erkannt)",
        "(message|courrier|contenu|courriel) .. (indesirable|indésirable|considere comme spam|considéré comme spam|contenu illicite)",
        "(mensaje|correo|mensagem|messaggio) .. (spam|no deseado|indesejada|indesiderato|spazzatura)",
        "(gemarkeerd als|geweigerd als) spam",
        "(spam>|спам|спама|спамом) .. (обнаружен|отклонено|похоже|сообщение|письмо)",
        "(письмо|сообщение) .. (спам|похоже на)",
        "(uznana za|jako) spam>",
        "*迷惑メール",
        "*スパム",
        "*垃圾邮件",
        "*垃圾郵件",
        "*邮件内容 .. *拒",
        "*内容被拒",
        "*包含被禁止",
        "*스팸",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "(client host|blocked using|listed at|ip has been|ip address has been|your ip|your server ip|ip reputation|unusual rate|user complaints|rate of unsolicited|sending spam|spam source)",
        "*spamhaus.org",
        "(reputation of the sending|malformed|recipient's filter)",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "550 5.7.1 Message content rejected, UBE, id=12345-01-22",
        "554 5.6.0 This message has been scored as spam with a probability of more than 90%",
        "550-REJECTED - Blacklisted URL in message. (example.com) in [black]. See http://lookup.uribl.com.",
        "550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506]",
        "500 5.6.1 Message content rejected",
        "550-5.7.1 [192.0.2.24] Our system has detected that this message is likely unsolicited mail. To reduce the amount of spam sent to Gmail, this message has been blocked.",
        "554 5.7.1 Message rejected because it was considered spam",
        "550 High probability of spam",
        "554 rejected due to spam content",
        "550 5.7.1 This message appears to be unsolicited commercial email",
        "554 5.7.1 The message from (<alex@example.net>) with the subject of (Hello) matches a profile the Internet community may consider spam. Please revise your message before resending.",
        "552 5.2.0 Spam score too high (12.3)",
        "550 Message identified as SPAM by rspamd, score 17",
        "550 Diese Nachricht wurde als Spam eingestuft",
        "550 Ваше письмо похоже на спам",
        "554 Reject by content spam",
        "571 Message Refused: spam content detected",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "554 5.7.1 Service unavailable; Client host [192.0.2.24] blocked using zen.spamhaus.org",
        "550 5.7.1 Your IP has been blocked for sending spam",
        "550 5.1.1 <spam@example.org>: User unknown",
    ];

    internal override bool HoldsWithoutWords(Case c) => c.Status is { Subject: 7, Detail: 350 or 511 };
}
