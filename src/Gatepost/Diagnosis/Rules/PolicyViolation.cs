namespace Gatepost.Diagnoses.Rules;

/// <summary>GP218: a policy of the recipient's side.</summary>
internal sealed class PolicyViolation : ReasonRule
{
    public override Reason Reason => Reason.PolicyViolation;

    public override Cause Cause { get; } = new("GP218", "policyviolation", "A policy of the recipient's side forbids it", Side.Undetermined, Owner.Undetermined)
    {
        Why = "The server refuses for reasons of policy and says no more: what kind of mail it takes, from where, at which time, with what content. What exactly it was stands in the receiver's log only.",
        Plain = "A rule that {server} goes by does not allow your message. Only its administrator can say which.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "Open the address in the reply, if there is one: it explains the code.",
                "Check the usual things: reverse DNS, SPF, DKIM, DMARC, block lists.",
                "Ask the receiver's postmaster with the whole reply and its time.",
            ]),
            new Fix(Owner.RecipientAdmin, ["Find the rule in the filter's log by the id in the reply."]),
        ],
        References = ["RFC 3463 X.7.1", "RFC 5248 X.7.0"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "policy related",
        "(policy|policies) (violation|violations|reason|reasons|reject|rejection|restriction|restrictions|rejected|failure|enforcement|block|denied|denies|prohibits|rule|error|decision|violated|does not allow|doesn't allow|not allowed|requires|based|filter|check)",
        "(for|due to|because of|violates|violation of|by|against|under|under the|violated|violating|per|breaches|based on|our|local|site|security|administrative|corporate|company|email|mail|message|content|domain|organization|usage|recipient's|server|usage) (the |our |local |site |a |their |its |server |administrative |email |mail |message |company |security |content |organizational |)(policy|policies)",
        "(administrative|administratively) (prohibition|prohibited|denied|blocked|policy|restriction|rejected|forbidden)",
        "(message|mail|email|e-mail|content|delivery|transaction|transmission) (is |was |has been |)(not allowed|not accepted|not permitted|disallowed|prohibited|forbidden|refused by policy|rejected by policy|blocked by policy|rejected by administrator|blocked by administrator|rejected due to policy|unacceptable)",
        "header error",
        "(blocked|rejected|refused|denied|prohibited|prevented|stopped) (by|due to) (the |your |a |our |)(administrator|admin|policy|organization|company|mail policy|email policy|security policy|rule|transport rule|custom rule|local rule|system administrator|local policy|recipient's policy|user policy|organisation|postmaster|acl|server rule|mail rule|site rules|filter rule)",
        "(rejected|refused|denied|blocked) .. policy",
        "(transport.rules.rejectmessage|transport rule|delivery not allowed by rule|5.7.1 transport.rules)",
        "by request",
        "(email|e-mail|mail) (policy|policies)",
        "(rejected|denied) by (acl|local_scan|rule|access control)",
        "(you have violated|violates our|violates the|in violation of|not comply with|against our|contrary to) .. (terms|policy|rules|guidelines|regulations|use)",
        "(not accepted|not allowed|rejected|refused|denied) .. (for policy|policy reasons|policy)",
        "(unacceptable|protected|restricted|unauthorized) (mail|message|email|content|sender|recipient)",
        "(lpn|ofr|lpn000|ofr000|lpn004|ofr004)(_630|000_630|004_630|_403)",
        "(this message|your message|the message|mail) (was |has been |)(rejected|refused|blocked|denied) by (the |our |)(recipient|receiving|remote|destination) (server|domain|organization|mail system|system)",
        "(user|recipient|domain) .. (outbound|inbound) .. (disabled|not allowed|restricted)",
        "(rejected|denied|refused) per .. (request|policy)",
        "dm email not accepted",
        "(richtlinie|richtlinien|policy) .. (abgelehnt|verletzt|verstoss|verstoß|verstößt|nicht erlaubt)",
        "(politique|regle|règle|politica|política) .. (refuse|rejete|securite|sécurité|rechazado|rejeitado|violata|rifiutato|refusé|rejeté)",
        "(политик|политикой|правил) .. (отклонено|безопасности|нарушение|запрещено)",
        "*ポリシー",
        "*策略",
        "*政策",
        "*管理员",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "(relay rejected|relay access denied|relaying denied|unable to relay|relay denied|relaying prohibited|relay not permitted)",
        "state (15|17|18)>",
    ];

    /// <summary>
    /// "Header error" from a server that has seen the message is a recipient's filter; a bare "policy violation" about a recipient
    /// with the status "other security" (X.7.0) is a matter of access.
    /// </summary>
    internal override bool Holds(Case c)
    {
        if (!c.StatusIs(7, 0)) return true;
        if (c.Words.StartsWith("Header error", StringComparison.OrdinalIgnoreCase)) return !Filtered.SpokeAfterMessage(c);
        return !SecurityError.IsBarePolicy(c);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "554 Message not allowed - DM Email not accepted for policy reasons. Please visit the help page [895]",
        "554 5.7.9 Message not accepted for policy reasons. See the postmaster's error codes",
        "554 5.7.9 Header error",
        "554 5.7.7 Email policy violation detected",
        "550 5.7.1 Message rejected due to local policy",
        "550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy",
        "550 Administrative prohibition",
        "554 5.7.1 Message rejected for policy reasons",
        "550 5.7.1 Blocked by administrator",
        "550 5.7.1 Denied by policy",
        "571 Delivery not authorized, message refused by policy",
        "554 5.7.1 <host.example.net[192.0.2.24]:49309>: Client host rejected: #216 lpn LPN000_630",
        "550 Nachricht verletzt die Richtlinien: abgelehnt",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550-5.7.26 Unauthenticated email from example.net is not accepted due to domain's DMARC policy.",
        "554 Relay rejected for policy reasons.",
        "454 4.7.5 MTA-STS policy failure",
    ];

    internal override bool HoldsWithoutWords(Case c) => c.StatusIs(7, 7) || c.StatusIs(7, 9);
}
