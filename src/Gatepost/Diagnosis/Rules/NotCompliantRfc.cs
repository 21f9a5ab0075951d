namespace Gatepost.Diagnoses.Rules;

/// <summary>GP216: the message is not as the RFCs demand.</summary>
internal sealed class NotCompliantRfc : ReasonRule
{
    public override Reason Reason => Reason.NotCompliantRfc;

    public override Cause Cause { get; } = new("GP216", "notcompliantrfc", "The message is not as the RFCs demand", Side.Sender, Owner.SendingAdmin)
    {
        Why = "A header that must be there is missing, stands there twice, or is not in the form that RFC 5322 demands. Receivers refuse such messages because most of them come from badly written programs.",
        Plain = "{server} refused your message because the program that wrote it left out or garbled something that mail needs. The maker or administrator of that program must mend it.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "Look at the headers of the message as it leaves: exactly one From, Date, Message-ID and Subject, one address in From, no empty fields.",
                "Let the outgoing server add what is missing (Postfix: always_add_missing_headers), or correct the program.",
            ]),
        ],
        References = ["RFC 5322 section 3.6", "RFC 6532", "RFC 2822"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "(rfc 5322|rfc5322|rfc 2822|rfc2822|rfc 822|rfc822|rfc 5321|rfc5321|rfc 2821|rfc821|rfc 821|rfc2821|rfc 6532) (compliant|compliance|format|violation|standard|violations|requirements|specifications|non-compliant|conformant|conform|section|header|headers|compliance)",
        "(not|non|non-|violates|violate|violating|does not comply with|doesn't comply with|must comply|comply with|conform to|according to|not conform to|compliant with|not follow|violation of) (the |)(rfc|rfcs|rfc5322|rfc 5322|rfc2822|rfc 2822|rfc5321|rfc 5321|rfc 821|rfc 822|internet standards)",
        "(rfc|standards|standard) (compliant|compliance|violation|noncompliance|conformance|conformant|non-compliant)",
        "(not|non|isn't|is not) (rfc|standards)( |-)(compliant|conformant)",
        "multiple addresses in from",
        "(multiple|duplicate|more than one|two|several|many) (from|to|date|subject|message-id|header|headers|sender|from:|reply-to|dkim-signature|cc|header fields)",
        "(missing|no|without|lacks|must have|must contain|requires|invalid|empty|malformed|bad|blank|illegal|bogus|need|incorrect|no valid|unparseable|unparsable) (a |an |the |valid |rfc |required |)(from|date|message-id|message id|subject|sender|to|header|headers|from:|date:|message-id:|subject:|to:|mime-version|received) (header|headers|field|fields|line)",
        "(message-id|from|date|subject|to|mime-version) (header|headers|field) (is |are |was |)(missing|required|not present|duplicated|invalid|malformed|mandatory|not valid|has bad syntax|appears multiple|badly)",
        "(header|headers|header field|header fields) (are |is |was |syntax |)(missing|required|malformed|duplicated|not compliant|not rfc|invalid|syntax|bad|illegal|are not accepted)",
        "(missing|required|mandatory|necessary|invalid|malformed|bad|illegal|non-compliant) (message |mail |rfc |)(header|headers|header field|header fields|header syntax)",
        "(p=rfcmessagenoncompliant|rfcmessagenoncompliant|p=badrfc)",
        "duplicate header",
        "(message-id|date|subject|mime-version) (is |are |)(missing|required|duplicated|malformed)",
        "this message (is|does|was) not .. (rfc|compliant)",
        "(message|mail) (is |)not (rfc|compliant|conform)",
        "(unqualified|unparsable|unparseable) (address|addresses) in (header|from|to)",
        "550-5.7.1 .. 5322",
        "(nicht|verstoss gegen|verstößt gegen) .. rfc",
        "(non conforme|ne respecte pas|no cumple|nao segue|não segue|non rispetta) .. rfc",
        "(не соответствует|нарушает) .. rfc",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "client host rejected",
        "(helo|ehlo) command",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "550-5.7.1 [192.0.2.24] Messages with multiple addresses in From: header are not accepted.",
        "554 Transaction failed: Duplicate header 'DKIM-Signature'.",
        "550 5.7.1 This message is not RFC 5322 compliant. There are multiple From headers.",
        "550-5.7.1 [192.0.2.24] Our system has detected that this message is not RFC 5322 compliant: 'From' header is missing.",
        "554 5.6.0 Message contains no Date header: missing Date header",
        "550 Missing required header fields",
        "550 5.7.1 Messages missing a valid Message-ID header are not accepted.",
        "554 Message is not RFC compliant; missing \"Date\" header",
        "550 Header syntax invalid: malformed header",
        "550 5.7.1 Rejected: message violates RFC 5322",
        "554 multiple From headers are not allowed",
        "550 message-id header is missing",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "552 5.6.0 Headers too large (3 max)",
        "550 5.7.9 Header error",
        "501 Syntax error in parameters",
    ];
}
