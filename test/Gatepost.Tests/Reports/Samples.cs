using Gatepost.Diagnoses;
using Gatepost.Evidence;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Tests.Reports;

/// <summary>Diagnoses made by hand, so that the reports are tested apart from the rules.</summary>
internal static class Samples
{
    private static readonly Cause NotConfigured = new("GP111", "domain-not-configured",
        "the server is the domain's MX and does not take it for its own", Side.Recipient, Owner.RecipientAdmin)
    {
        Why = "The MX record names this server, but its configuration does not list the domain. It takes the mail for an attempt to relay.",
        Plain = "The mail server of {domain} does not know that it is meant to receive mail for {domain}, so it turned your message away.",
        Fixes = [],
        DoNot = ["Do not add the sender's address to mynetworks: it would let that host relay anywhere."],
        Decides = "Is the refusing host an MX of the recipient's domain? Ask: dig +short MX DOMAIN.",
        References = ["RFC 5321 section 5.1", "https://www.postfix.org/BASIC_CONFIGURATION_README.html"],
    };

    private static readonly Cause NotAuthenticated = new("GP101", "not-authenticated",
        "no login at the outgoing server", Side.Sender, Owner.Sender)
    {
        Why = "The outgoing server relays only for those who log in, and this session did not.",
        Plain = "Your mail program tried to send through {server} without logging in, so that server declined to pass it on. The recipient's side never saw it.",
        Fixes =
        [
            new Fix(Owner.Sender,
            [
                "In the outgoing-mail (SMTP) settings, turn on \"My server requires authentication\" and use port 587 with STARTTLS.",
                "Send the message again.",
            ]),
        ],
    };

    private static readonly Cause Migration = new("GP113", "migration-in-progress", "the domain is moving", Side.Recipient, Owner.RecipientDns)
    {
        Why = "Name servers disagree.", Plain = "The domain {domain} is moving.", Fixes = [],
    };

    public static EnhancedStatus Status(string text) =>
        EnhancedStatus.TryParse(text, out var status) ? status : throw new ArgumentException(text);

    public static Refusal Relay { get; } = new()
    {
        Format = InputFormat.Dsn,
        Source = new SourceSpan("bounce.eml", 31, 24, 48),
        Reply = new Reply(550, Status("5.7.1"), "<pat@example.net>: Relay access denied"),
        Recipient = "pat@example.net",
        Sender = "you@example.com",
        Phase = SmtpPhase.Rcpt,
        RemoteMta = "mx1.example.net",
        RemoteAddress = "192.0.2.25",
        ReportingMta = "mail.example.com",
        ReportedStatus = Status("5.7.1"),
        Software = "postfix",
        QueueId = "4F1A2B3C",
        Time = new DateTimeOffset(2026, 11, 23, 16, 54, 7, TimeSpan.FromHours(1)),
    };

    public static Diagnosis DomainNotConfigured { get; } = new()
    {
        Refusal = Relay,
        Cause = NotConfigured,
        Reason = Reason.NoRelaying,
        IsRelayDenial = true,
        Side = Side.Recipient,
        Owner = Owner.RecipientAdmin,
        Confidence = Confidence.Medium,
        ConfidenceBecause = "the host's name is under the recipient's domain; its MX records were not asked for",
        Summary = "mx1.example.net turned away mail for example.net although it seems to be that domain's own server.",
        Evidence =
        [
            new Fact("reply.text", "mx1.example.net", "Relay access denied", "the reply is a relay denial", "reply") { Supports = ["GP111", "GP101"] },
            new Fact("host.role", "mx1.example.net", "recipient", "mx1.example.net stands under example.net", "Remote-MTA field") { Supports = ["GP111"] },
        ],
        Fixes =
        [
            new Fix(Owner.RecipientAdmin, ["Add example.net to mydestination, virtual_mailbox_domains or relay_domains, whichever fits how its mail is kept.", "Reload the server."]),
            new Fix(Owner.RecipientDns, ["Point the MX record of example.net at the server that keeps its mail."], FixRisk.Low, "mx1.example.net is not meant to take this mail"),
            new Fix(Owner.RecipientAdmin, ["Add 203.0.113.9/32 to mynetworks."], FixRisk.High, "that host is yours"),
        ],
        RuledOut = [new RuledOut(NotAuthenticated, "the refusing host is on the recipient's side, where nobody logs in")],
        Alternatives = [new Alternative(Migration, Confidence.Low)],
        Unknown = ["Is mx1.example.net an MX of example.net? Ask: dig +short MX example.net."],
        Next = ["dig +short MX example.net", "swaks --server mx1.example.net --to pat@example.net --from you@example.com --quit-after RCPT"],
    };

    public static Diagnosis NoLogin { get; } = new()
    {
        Refusal = Relay with
        {
            Format = InputFormat.Transcript, Source = new SourceSpan("-", 12), RemoteMta = "mail.example.com", ReportingMta = null, Software = null,
            QueueId = null, ReportedStatus = null, Auth = AuthState.OfferedNotUsed, ClientAddress = "203.0.113.9", ClientName = "laptop.example.org",
            Helo = "laptop", Command = "RCPT TO:<pat@example.net>", Sender = "",
        },
        Cause = NotAuthenticated,
        Reason = Reason.NoRelaying,
        IsRelayDenial = true,
        Side = Side.Sender,
        Owner = Owner.Sender,
        Confidence = Confidence.High,
        ConfidenceBecause = "the server offered AUTH and the client went on without",
        Summary = "mail.example.com relays only for those who log in, and this session did not log in.",
        Fixes = NotAuthenticated.Fixes,
    };

    /// <summary>Nothing but a text is known.</summary>
    public static Diagnosis Bare { get; } = NoLogin with
    {
        Refusal = new Refusal { Format = InputFormat.Text, Source = new SourceSpan("argument", 0), Reply = new Reply(null, null, "relaying denied") },
        Owner = Owner.Undetermined,
        Side = Side.Undetermined,
        Confidence = Confidence.Low,
        ConfidenceBecause = "nothing says who refused",
        Fixes = [],
    };

    public const string Hostile = "\u001b]0;owned\u0007\u001b[31mred\u202egnp.exe\u2066\u200b\u0085\ud800 <script>alert('&')</script> `|*_[x](http://evil)\r\nSet-Cookie: a\0\u2028{server}";

    /// <summary>Every text that can come from outside is hostile.</summary>
    public static Diagnosis AllHostile(string text) => DomainNotConfigured with
    {
        Refusal = Relay with
        {
            Source = new SourceSpan(text, 1), Reply = new Reply(550, null, text), Recipient = text + "@" + text, OriginalRecipient = text, Sender = text,
            RemoteMta = text, RemoteAddress = text, ReportingMta = text, Software = text, QueueId = text, Explanation = text, Command = text,
            ClientAddress = text, ClientName = text, Helo = text, Login = text, Notes = [text],
            Original = new OriginalMessage { From = text, Subject = text, ReturnPath = text, AutoReplyHint = text, SpamMark = text },
        },
        Summary = text,
        ConfidenceBecause = text,
        Evidence = [new Fact("reply.text", text, text, text, text) { Supports = ["GP111"] }],
        Fixes = [new Fix(Owner.RecipientAdmin, [text, text], FixRisk.High, text)],
        RuledOut = [new RuledOut(NotAuthenticated, text)],
        Unknown = [text],
        Next = [text],
    };

    public static IReadOnlyList<Diagnosis> All { get; } = [DomainNotConfigured, NoLogin, Bare, AllHostile(Hostile)];
}
