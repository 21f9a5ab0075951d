using Gatepost.Evidence;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP101: no login at the outgoing server.</summary>
internal sealed class NotAuthenticated : CauseRule
{
    public override Cause Cause { get; } = new("GP101", "not-authenticated",
        "The outgoing server wants a login, and there was none", Side.Sender, Owner.Sender)
    {
        Why = "A server passes mail on to other domains only for its own users. The client did not log in (SMTP AUTH, RFC 4954), so the server treated it as a stranger and declined to relay. The recipient's side never saw the message.",
        Plain = "Your mail program, or the device or program that sends for you, tried to send through {server} without logging in, so that server declined to pass the message on.",
        Fixes =
        [
            new Fix(Owner.Sender,
            [
                "In the outgoing-mail (SMTP) settings, turn on \"My server requires authentication\", with your full address as user name and your mail password.",
                "Use port 587 with STARTTLS, or port 465 with TLS.",
                "Send the message again.",
            ]),
            new Fix(Owner.SendingAdmin,
                ["Add the client's own address to the networks that may relay (mynetworks, relay hosts, a connector)."],
                FixRisk.High, "only if the client cannot log in (a printer, an appliance), has a fixed address, and nobody else can use that address"),
        ],
        DoNot = ["Do not open the server to whole networks so that clients need no login: that makes it an open relay.", "Do not unsubscribe the recipient: their address is not at fault."],
        Decides = "Did the client log in? The log of the outgoing server shows it (Postfix: sasl_username=, Exim: A=).",
        References = ["RFC 4954 section 4", "RFC 6409 section 4.3", "RFC 3463 X.7.1"],
    };

    public override IReadOnlyList<string> Says =>
    [
        .. RelayWords.DemandsLogin,
        "client was not authenticated",
        "not authenticated to send",
        "sender address rejected not logged in",
    ];

    public override IReadOnlyList<string> Unless =>
        ["resolver.rst", "only (accepts|accept|receives) (mail|messages|email) from (authenticated|internal|people|senders|members)",
         "(sender|email|dmarc|spf|dkim|domain|message|arc|header) (is unauthenticated|authentication|unauthenticated)",
         "authentication (failed|failure|error|unsuccessful|credentials invalid|rejected|aborted)", "(spf|dkim|dmarc)>"];

    public override IReadOnlyList<string> Examples =>
    [
        "530 5.7.1 Authentication required",
        "550 5.7.1 <pat@example.org>... Relaying denied. Proper authentication required.",
        "550 relay not permitted, authentication required",
        "550 Please turn on SMTP Authentication in your mail client. host.example.net [192.0.2.1]:4711 is not permitted to relay through this server without authentication.",
        "550 5.7.1 Client was not authenticated",
        "530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM",
        "550 You must check for new mail before sending mail",
        "550 Relaying is only possible for authenticated users, please log in",
        "530 SMTP authentication is required.",
        "550 we do not relay",
        "550 Delivery is not allowed to this address.",
        "503 5.7.1 Relay not allowed",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required",
        "535 5.7.8 Error: authentication failed",
        "550 5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC policy",
    ];

    internal override QuestionKind Asks(Case c) => OutgoingEvidence.Open(c);

    internal override Claim? Consider(Case c)
    {
        var relaying = c.Reason == Reason.NoRelaying;
        var asked = c.Says(this);
        var codeAsks = relaying && c.Code is 503 or 530;
        if (c.Refusal.Auth is AuthState.Used) return null;
        if (!relaying && DeniedAtSubmission(c) is { } denied) return denied;
        if (!asked && !relaying) return null;
        var loggedOut = c.Refusal.Auth is AuthState.OfferedNotUsed or AuthState.NotUsed;
        IReadOnlyList<Fact> facts = c.WantsFacts ? FactsOf(c, asked, loggedOut, codeAsks) : [];
        if (relaying && c.Known.Is(FactKind.Refuser, "no-mx")) return ByEvidence(c, asked, loggedOut, facts);
        if (!relaying) return asked ? new Claim(Confidence.High, "the words ask for a login and nothing else") { Facts = facts } : null;

        switch (c.Roles.Role)
        {
            // Where the DNS was asked in vain, a name is no more than a hint.
            case HostRole.SendersOutgoing when asked || (loggedOut && c.Known.IsEmpty) || c.Roles.Sureness >= Confidence.Medium:
                return new Claim(asked || (loggedOut && c.Roles.Sureness == Confidence.High) ? Confidence.High : Confidence.Medium,
                    "it is the sender's own outgoing server that refused") { Facts = facts };
            case HostRole.RecipientsMx when c.Roles.Sureness >= Confidence.Medium:
                return null;
            default:
                if (codeAsks && !asked) return new Claim(Confidence.Medium, "the code stands for a missing login; that the server is not the recipient's MX is not proved") { Facts = facts };
                if (asked) return new Claim(Confidence.Medium, "the words ask for a login; that the server is not the recipient's MX is not proved") { Facts = facts };
                return loggedOut && c.Refusal.Auth is AuthState.OfferedNotUsed
                    ? new Claim(Confidence.Medium, "a login was offered and not used; that the server is not the recipient's MX is not proved") { Facts = facts }
                    : null;
        }
    }

    // A submission port takes nothing from anybody who is not logged in (RFC 6409 section 4.3), whatever it calls that.
    private Claim? DeniedAtSubmission(Case c)
    {
        if (c.Refusal is not { RemotePort: 587 or 465, Phase: SmtpPhase.Mail or SmtpPhase.Rcpt } || !c.Words.Contains("access denied", StringComparison.OrdinalIgnoreCase)) return null;
        return new Claim(c.Refusal.Auth is AuthState.OfferedNotUsed or AuthState.NotUsed ? Confidence.High : Confidence.Medium,
            "access was denied on a submission port, where everybody must log in")
        {
            Facts = c.WantsFacts ? [Facts.Role(c.Roles, Cause.Id), Facts.Codes(c.Refusal, "the server denied access, and not to a mailbox", Cause.Id)] : [],
        };
    }

    private Claim? ByEvidence(Case c, bool asked, bool loggedOut, IReadOnlyList<Fact> facts)
    {
        if (!OutgoingEvidence.IsOutside(c)) return null;
        IReadOnlyList<Fact> all = c.WantsFacts ? [.. facts.Where(static f => f.Kind != "host.role"), .. OutgoingEvidence.Facts(c, Cause.Id)] : [];
        return c.Known[FactKind.LoginOffer] switch
        {
            "same-port" => new Claim(asked || loggedOut || c.Known.Is(FactKind.SenderTie, "outgoing") ? Confidence.High : Confidence.Medium,
                "the refusing server is no MX of the domain, and it offers a login that was not used") { Facts = all },
            null when c.Refusal.RemotePort is 587 or 465 && !asked => new Claim(Confidence.Medium, "the refusing server is no MX of the domain, and its submission port is for those who log in") { Facts = all },
            null => new Claim(asked || (loggedOut && c.Refusal.Auth == AuthState.OfferedNotUsed) ? Confidence.High : Confidence.Low,
                "the refusing server is no MX of the domain") { Facts = all },
            // The words ask for a login that this server does not offer where it was asked: it is the wrong server or port.
            _ => null,
        };
    }

    private List<Fact> FactsOf(Case c, bool asked, bool loggedOut, bool codeAsks)
    {
        var facts = new List<Fact>(4);
        if (asked) facts.Add(Facts.Words(c, this, "the words ask for a login", Cause.Id));
        else if (codeAsks) facts.Add(Facts.Codes(c.Refusal, c.Code == 530 ? "code 530 is for a missing login (RFC 4954)" : "code 503 is for a missing step, here the login", Cause.Id));
        if (loggedOut && !c.Refusal.RefusedByReporter) facts.Add(Facts.NotLoggedIn(c.Refusal, Cause.Id));
        if (c.Roles is { Role: HostRole.SendersOutgoing, Because: not null }) facts.Add(Facts.Role(c.Roles, Cause.Id));
        return facts;
    }
}
