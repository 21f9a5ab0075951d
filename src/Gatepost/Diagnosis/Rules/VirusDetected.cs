namespace Gatepost.Diagnoses.Rules;

/// <summary>GP231: a virus was found.</summary>
internal sealed class VirusDetected : ReasonRule
{
    public override Reason Reason => Reason.VirusDetected;

    public override Cause Cause { get; } = new("GP231", "virusdetected", "A virus or a dangerous attachment was found", Side.Sender, Owner.Sender)
    {
        Why = "A scanner on the receiving side found malicious software in the message, or an attachment of a kind that it takes for dangerous.",
        Plain = "{server} found a virus, or a file that it takes for dangerous, in your message and did not deliver it.",
        Fixes =
        [
            new Fix(Owner.Sender,
            [
                "Check your computer with an up-to-date virus scanner, and check the file that was attached.",
                "Share files by a link instead of attaching programs or archives with passwords.",
            ]),
            new Fix(Owner.SendingAdmin,
            [
                "If nobody sent this message on purpose, look for an infected computer or a taken-over account and change its password.",
            ]),
        ],
        References = ["RFC 3463 X.7.1", "RFC 3463 X.6.1"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "virus related",
        "(virus|viruses|malware|trojan|worm|ransomware|infected|malicious code|malicious software|malicious content|malicious attachment|eicar) (|detected|found|in|was|has|file|attachment|message|scan|scanner|check|firewall|infected|mail|email|content|rejected|is|or)",
        "(contains|contain|containing|found|detected|infected with|infected by|carries|includes|has|have|due to|with|a|possible|suspected) (a |an |the |)(virus|viruses|malware|trojan|worm|infected|malicious)",
        "(message|attachment|file|mail|email) .. infected",
        "(clamav|clamd|clamav-milter|sophos|kaspersky|mcafee|trend micro|eset|f-secure|avast|bitdefender|drweb|dr.web) .. (found|detected|infected|reject|rejected|virus)",
        "(executable|dangerous|forbidden|banned|blocked|prohibited|disallowed|unsafe|illegal|potentially dangerous|restricted|suspicious) (attachment|attachments|file|files|file type|filename|file name|extension|file extension|attachment type|attached file|attached)",
        "(attachment|attachments|file type|file extension|file name|filename|attached file) .. (not allowed|not permitted|blocked|banned|rejected|forbidden|prohibited|disallowed|refused|not accepted|is not allowed|dangerous|virus)",
        "because its content presents a potential security",
        "(p=blockedmessage|answer=6590|mail/answer/6590)",
        "content presents a potential",
        "(.exe|.scr|.zip|.js|.vbs|.pif|.bat) .. (not allowed|blocked|rejected|prohibited|forbidden|not accepted)",
        "(schadsoftware|viren|virus) .. (gefunden|enthaelt|enthält|entdeckt|erkannt|befallen)",
        "(virus|contenu malveillant) .. (detecte|détecté|trouve|trouvé)",
        "(virus|archivo infectado) .. (detectado|encontrado|rilevato|trovato|encontrou)",
        "(вирус|вирусы|зараж)",
        "(wirus|wirusa)",
        "*ウイルス",
        "*ウィルス",
        "*病毒",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "(spam & virus|spam and virus|spam/virus|virus firewall)",
        "spam and viruses",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "554 5.7.1 virus Eicar-Test-Signature detected by ClamAV",
        "550 This message contains a virus (Worm.Sample)",
        "552-5.7.0 This message was blocked because its content presents a potential security issue.",
        "550 5.7.1 Your message was infected with W32/Sample",
        "554 Virus found in attachment",
        "550 Message contains malware",
        "554 5.7.1 Executable attachments are not allowed",
        "550 Banned file extension .exe: rejected",
        "554 5.6.0 Blocked: attachment type not allowed",
        "571 5.7.1 Malicious content detected",
        "550 Der Anhang enthält einen Virus",
        "550 Прикрепленный файл содержит вирус",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.7.1 Message was blocked by our Spam & Virus Firewall",
        "550 5.7.1 Message rejected as spam",
    ];
}
