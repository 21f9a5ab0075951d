namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP107: this login or host may not use this MAIL FROM.</summary>
internal sealed class SenderNotAllowed : CauseRule
{
    public override Cause Cause { get; } = new("GP107", "sender-not-allowed",
        "This login may not send under this sender address", Side.Sender, Owner.Sender)
    {
        Why = "The server knows who is logged in (or which identities are verified) and does not let that account use this MAIL FROM or From address. This is about the sender's identity, not about relaying.",
        Plain = "{server} does not let your account send under the address {sender}.",
        Fixes =
        [
            new Fix(Owner.Sender,
            [
                "Set the sender address in the mail program or application to the address of the account it logs in with.",
                "Send the message again.",
            ]),
            new Fix(Owner.SendingAdmin,
                ["Grant the account the right to send under this address (Postfix: smtpd_sender_login_maps; Exchange: Send As; Amazon SES and similar: verify the address or domain as an identity)."],
                FixRisk.Low, "only if the account's owner may speak for that address"),
        ],
        Decides = "Which sender addresses may this login use on the refusing server?",
        References = ["RFC 6409 section 6.1", "Postfix: reject_sender_login_mismatch"],
    };

    public override IReadOnlyList<string> Says =>
    [
        "not owned by user",
        "sender address rejected not (logged in|owned)",
        "(does not|doesn't|do not) have (the |) (permissions|permission|rights|right) to send (as|from|on behalf)",
        "{isnt} (allowed|permitted|authorized|authorised|entitled) to (send|use|submit) .. (as|from|on behalf of|with) (this|the|that|another|other|sender|from|your|address|<)",
        "not (allowed|permitted|authorized|authorised) to send (mail |email |messages |) (as|from|on behalf of) ",
        "(from|sender) (domain|address|header) (must|should|has to|needs to|does not|doesn't|did not) (match|be the same|equal|correspond)",
        "(sender|from|mail from|envelope sender|return path) .. (does not|doesn't|not|must) match .. (authenticated|login|logged|account|auth|user|credentials|username)",
        "(authenticated|logged in|auth) (user|sender|account|domain|login) .. (does not|doesn't|not|must) (match|own|allowed|be the same)",
        "sendasdenied",
        "sender address .. not valid for your login",
        "(relaying|relay) disallowed as",
        "(email address|from address|sender|sender address|identity|identities|domain) .. not (been |) verified",
        "following identities failed",
        "(sender|from) (address |) (rejected|refused|denied|not allowed) .. (login|authenticated|account|user)",
        "(absenderadresse|absender) .. (nicht erlaubt|nicht berechtigt|nicht gestattet)",
    ];

    public override IReadOnlyList<string> Unless =>
        ["(spf|dkim|dmarc)>", "(recipient|mailbox|list|group) .. not (been |) verified", "sender verif", "as (a|an) (mail |) relay"];

    public override IReadOnlyList<string> Examples =>
    [
        "553 5.7.1 <a@example.com>: Sender address rejected: not owned by user b@example.com",
        "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
        "550 From domain must match authenticated domain",
        "553 Relaying disallowed as a@example.com",
        "554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: a@example.com",
        "554 5.2.252 SendAsDenied; b@example.com not allowed to send as a@example.com",
        "550 5.7.1 Sender address is not valid for your login. Access to your e-mail system denied",
    ];

    public override IReadOnlyList<string> CounterExamples => ["550 5.1.1 <pat@example.org>: Recipient address rejected: User unknown"];

    internal override bool NeedsWords => true;

    internal override Claim? Consider(Case c) =>
        c.Says(this) && c.Reason is not (Reason.AuthFailure or Reason.SpamDetected or Reason.UserUnknown or Reason.Filtered)
            ? new Claim(Confidence.High, "the words are about the sender's identity")
            { Facts = !c.WantsFacts ? [] : [Facts.Words(c, this, "the words are about the sender's identity", Cause.Id)] }
            : null;
}
