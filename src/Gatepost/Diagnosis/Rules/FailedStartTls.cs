using Gatepost.Smtp;

namespace Gatepost.Diagnoses.Rules;

/// <summary>GP207: STARTTLS failed or is demanded.</summary>
internal sealed class FailedStartTls : ReasonRule
{
    public override Reason Reason => Reason.FailedStartTls;

    public override Cause Cause { get; } = new("GP207", "failedstarttls", "TLS is demanded or could not be set up", Side.Undetermined, Owner.Undetermined)
    {
        Why = "One side insists on TLS and the other does not offer it, or the handshake failed: certificate, name, protocol version, or a policy (MTA-STS, DANE) that did not hold.",
        Plain = "The two mail servers could not agree on a secure connection, so your message was not handed over. The administrators of the servers have to look at it.",
        Fixes =
        [
            new Fix(Owner.RecipientAdmin,
            [
                "Offer STARTTLS on port 25 with a certificate that is valid and names the MX host.",
                "Check that the MTA-STS policy and the TLSA records fit the server and its certificate.",
            ], OnlyIf: "The sending server demands TLS and the receiving one does not offer it, or its certificate does not hold."),
            new Fix(Owner.SendingAdmin,
            [
                "Let the sending server use TLS when it is offered (Postfix: smtp_tls_security_level = may or dane).",
                "Bring its TLS library up to date.",
            ], OnlyIf: "The receiving server says \"Must issue a STARTTLS command first\"."),
        ],
        Decides = "Does the receiving server offer STARTTLS, and is its certificate valid for its name? `openssl s_client -starttls smtp -connect HOST:25` tells.",
        References = ["RFC 3207", "RFC 8461", "RFC 7672", "RFC 3463 X.7.0", "RFC 7817"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "starttls",
        "(must|should|need to|please|required to) (issue |use |)(a |)(starttls|tls)",
        "(tls|ssl) .. (required|handshake|not available|not supported|not offered|negotiation|failed|failure|is mandatory|needed|must be|verification|certificate|mandatory|unavailable|alert|error|not possible|encryption)",
        "(server|host|remote server|mx) .. (does not|doesn't|did not) (support|offer) (tls|starttls|encryption)",
        "(requires|require|needs|demands|mandatory|without|no|non|not use|not using|unable to|cannot|failed to) .. (tls|starttls|encrypted connection)",
        "(certificate|cert) .. (validation|verification|verify|verify failed|not trusted|expired|untrusted|invalid|mismatch|not valid|self-signed|self signed)",
        "(handshake failure|ssl_connect error|ssl_accept|sslv3 alert|no shared cipher|wrong version number|unsupported protocol)",
        "(mta-sts|sts policy|dane) .. (fail|failed|policy|validation|invalid|not|error|required|downgrade|lookup)",
        "(tlsa|dnssec) .. (fail|failed|invalid|not|records|mismatch)",
        "(encryption|secure connection|encrypted session) (is |)(required|needed|failed|not available|mandatory|could not)",
        "server certificate",
        "(verschluesselung|verschlüsselung|tls) .. (erforderlich|fehlgeschlagen)",
        "(chiffrement|cifrado|criptografia|crittografia) .. (requis|requerido|obrigatoria|richiesta)",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "500 Remote server does not support TLS (state 6).",
        "530 5.7.0 Must issue a STARTTLS command first",
        "454 4.7.0 TLS not available due to temporary reason",
        "403 4.7.0 TLS handshake failed.",
        "Server certificate not trusted",
        "530 5.7.1 Mail server requires TLS encryption, please use STARTTLS",
        "Cannot start TLS: handshake failure",
        "TLS is required, but was not offered by host mail.example.org[192.0.2.25]",
        "450 4.7.5 Server certificate not verified",
        "MTA-STS policy failure: MX host does not match",
        "550 5.7.10 Encryption needed",
        "451 4.7.5 Remote certificate failed validation",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "535 5.7.8 Authentication failed",
        "550 5.7.1 Message rejected as spam",
    ];

    internal override bool HoldsWithoutWords(Case c) =>
        c.StatusIs(7, 10) || c.Refusal.Phase == SmtpPhase.StartTls && c.Code is >= 400;

    /// <summary>530: the receiving server is the one that demands TLS.</summary>
    internal override (Side Side, Owner Owner)? Whose(Case c) => c.Code is 530 || c.StatusIs(7, 10) ? (Side.Sender, Owner.SendingAdmin) : null;
}
