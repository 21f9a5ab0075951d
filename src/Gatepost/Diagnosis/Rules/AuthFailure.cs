namespace Gatepost.Diagnoses.Rules;

/// <summary>GP201: SPF, DKIM or DMARC failed.</summary>
internal sealed class AuthFailure : ReasonRule
{
    public override Reason Reason => Reason.AuthFailure;

    public override Cause Cause { get; } = new("GP201", "authfailure", "The sender's domain failed SPF, DKIM or DMARC", Side.Sender, Owner.SendingAdmin)
    {
        Why = "The receiving server checked the sender's domain with SPF, DKIM or DMARC and the check failed: the sending address is not in the SPF record, the DKIM signature is missing or broken, or neither is aligned with the From domain and the DMARC policy asks for refusal.",
        Plain = "{server} could not verify that your message really comes from {sender}. The mail settings of your domain need to be corrected; your message itself is fine.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "List every server that sends for the domain.",
                "Put their addresses, or their include:, into the SPF record of the envelope sender's domain.",
                "Let each of them sign with DKIM for the From domain.",
                "Send a test message to a mailbox that shows Authentication-Results and check for spf=pass or dkim=pass with an aligned domain.",
            ]),
            new Fix(Owner.SendingAdmin,
            [
                "For mail that is forwarded or goes through a list: let the forwarder rewrite the envelope sender (SRS) and leave the DKIM-signed parts as they are.",
            ], FixRisk.Low, OnlyIf: "The message reached the refusing server through a forward or a list."),
            new Fix(Owner.Sender, ["Send through the outgoing server of the domain that stands in From, not through another provider's."]),
        ],
        DoNot = ["Do not weaken the DMARC policy to p=none to get one message through: correct SPF and DKIM instead.", "Do not add a second SPF record: two records make every check fail."],
        References = ["RFC 7208", "RFC 6376", "RFC 7489 section 6.3", "RFC 7372 (X.7.20 to X.7.26)"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "unauthenticated (email|mail|message|messages) (from|is|are|was|has been)>",
        "dmarc",
        "(spf|dkim|sender policy framework|domainkeys|senderid|sender id|sender-id|bimi|iprev) .. (fail|failed|failure|fails|error|not pass|did not pass|didn't pass|hardfail|softfail|permerror|missing|none|invalid|reject|rejected|denied|not permitted|not authorized|not authorised|unauthorized|violation|check|does not|did not|required|mismatch|not allowed)",
        "(fail|failed|fails|failure|failing|pass|passes|violates|rejected by|refused by|denied by|blocked by|according to|due to|because of|based on) .. (spf|dkim|dmarc|sender policy framework)",
        "(not|no|without|missing|invalid|bad|wrong|broken|neither) .. (spf|dkim) (record|signature|policy|entry|authentication)",
        "(spf|dkim) (record|signature|authentication|validation|verification|check|policy|sender)",
        "spf> .. (designate|permitted sender|allowed to send)",
        "(not|isn't|is not|are not) (a |)(designated|permitted|an allowed|allowed) (as |)(mailer|sender|to send mail for|to send mail from|to send from|to send for) .. (domain|spf|by)",
        "please see http .. openspf",
        "(mipassoc.org/dkim|senderid)",
        "*(openspf.org|openspf.net|spf.pobox.com)",
        "is not allowed to send mail from",
        "multiple authentication checks failed",
        "(message|email|mail|sender|domain|e-mail) (authentication|authenticity) (check |checks |)(failed|failure|required|is required|could not be verified|did not pass)",
        "(authentication|authenticate) .. (domain owner|sender domain|from domain|5322.from|header from)",
        "(failed|did not pass|doesn't pass|does not pass|fails|fails to pass) (the |)(sender |email |message |all |)authentication (check|checks|test|requirements|verification|information)",
        "authentication (checks|results) failed",
        "unauthenticated email from",
        "this mail (is unauthenticated|has been blocked because the sender is unauthenticated)",
        "sender is unauthenticated",
        "requires all senders to authenticate with either spf or dkim",
        "purported responsible address",
        "(5322.from|rfc5322.from|from header|header from|from domain) .. (align|aligned|alignment)",
        "(spoof|spoofing|spoofed|forged) .. (domain|sender|from|address|mail|message|message detected)",
        "domain .. (spoofing|spoof protection)",
        "sender .. (is |)(forged|spoofed|spoofing)",
        "anti-spoof",
        "internal domain .. (spoof|from outside|not allowed from external)",
        "(bad|failed|invalid) (dkim|domainkey)",
        "violates .. (spf|dmarc) policy",
        "x.arc",
        "arc .. (validation|seal) .. fail",
        "requires .. (spf|dkim)",
        "required authentication level",
        "(anforderungen|authentifizierung) .. (spf|dkim|domain)",
        "(domaine|expediteur) .. (spf|dkim|non authentifie)",
        "*送信ドメイン認証",
        "*なりすまし",
        "*发件人域名 .. spf",
        "*SPF验证失败",
        "*spf检查失败",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "relay access denied",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "550-5.7.26 Unauthenticated email from example.net is not accepted due to domain's DMARC policy. Please contact the administrator of example.net domain",
        "550 5.7.26 The MAIL FROM domain [example.net] has an SPF record with a hard fail policy (-all) but it fails to pass SPF checks with the ip: [192.0.2.24].",
        "554 5.7.1 Your message was rejected due to example.net's DMARC policy. See the postmaster page for info",
        "550 5.7.1 This message was not accepted due to domain (example.net) owner DMARC policy",
        "550 5.7.1 Email rejected per DMARC policy for example.net",
        "550 5.7.1 SPF check failed: 192.0.2.24 is not allowed to send mail from example.net",
        "550 5.7.23 The message was rejected because of Sender Policy Framework violation -> 550 5.7.23",
        "550 5.7.26 <pat@example.org>: Recipient address rejected: Multiple authentication checks failed",
        "554 5.7.5 Permanent error evaluating DMARC policy",
        "550 5.7.1 can't determine Purported Responsible Address",
        "550 5.7.20 No passing DKIM signature found",
        "550-5.7.26 This mail has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.",
        "550 5.7.509 Access denied, sending domain example.net does not pass DMARC verification and has a DMARC policy of reject",
        "550 DKIM signature validation failed",
        "554 5.7.1 <alex@example.net>: Sender address rejected: Please see http://www.openspf.net/Why?s=mfrom;id=alex",
        "550 Administrative prohibition: SPF record does not designate 192.0.2.24 as permitted sender",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required",
        "535 5.7.8 Authentication credentials invalid",
        "550 5.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.24]",
    ];

    internal override bool HoldsWithoutWords(Case c) =>
        c.Status is { Subject: 7, Detail: >= 20 and <= 24 or 26 or 27 or 30 or 509 };
}
