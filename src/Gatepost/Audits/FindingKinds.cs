namespace Gatepost.Audits;

/// <summary>All sorts of findings.</summary>
public static class FindingKinds
{
    /// <summary>Strangers' mail is relayed.</summary>
    public static FindingKind OpenRelay { get; } = new("GP301", "open-relay", "A stranger's mail to a stranger is relayed", Severity.Error,
        "Spammers find such a server within hours; its address is put on block lists and its own users' mail is refused everywhere.",
        "Take the rule that lets it through out, or put it behind the one that refuses other domains.",
        "Who relayed by that rule on purpose must log in, or be named by address.");

    /// <summary>Any domain is taken for an own one.</summary>
    public static FindingKind CatchAll { get; } = new("GP302", "catch-all-domains", "Mail to any domain whatever is taken as if it were the server's own", Severity.Error,
        "Nothing is relayed, but mail to other people's domains ends here: users' mail to them is delivered locally or bounces, and the bounces go to forged senders.",
        "Name the domains themselves: give the list of domains its own parameter or table instead of a pattern that matches everything.",
        "A domain that is left out of the list is refused from then on; compare with --hosted-domains first.");

    /// <summary>A domain that should be taken is refused.</summary>
    public static FindingKind HostedDomainRefused { get; } = new("GP303", "hosted-domain-refused", "Mail from outside to a domain that should be taken here is refused", Severity.Error,
        "Every sender gets a bounce that looks as if the sender were at fault.",
        "Add the domain to exactly one of the server's classes of domains.",
        "None, if the domain's mailboxes are here.");

    /// <summary>A network of public addresses relays without a login.</summary>
    public static FindingKind WideNetwork { get; } = new("GP304", "wide-trusted-network", "A large network may relay without a login", Severity.Warning,
        "Every machine in it may send as anybody: one infected or misconfigured host is enough.",
        "Trust single hosts or the smallest networks, and let all others log in at the submission port.",
        "Hosts that are left out are refused until they log in.");

    /// <summary>A network of private addresses relays without a login.</summary>
    public static FindingKind PrivateNetwork { get; } = new("GP305", "trusted-private-network", "A network of private addresses may relay without a login", Severity.Note,
        "Where a gateway, a container network or a proxy in it hides who really connects, the whole internet arrives with a trusted address. The configuration alone cannot tell.",
        "Make sure that no gateway in this network rewrites clients' addresses; better, name single hosts.",
        "Hosts that are left out are refused until they log in.");

    /// <summary>A submission port takes mail without a login.</summary>
    public static FindingKind SubmissionWithoutLogin { get; } = new("GP306", "submission-without-login", "The submission port takes mail without a login", Severity.Warning,
        "Port 587 and 465 are for users' own mail (RFC 6409); without a login anybody may pass what the incoming port would check.",
        "Let this listener refuse whoever has not logged in.",
        "Machines that send here without a login are refused.");

    /// <summary>A submission port where nobody can log in.</summary>
    public static FindingKind LoginImpossible { get; } = new("GP307", "login-impossible", "The submission port offers no login", Severity.Error,
        "Users get \"relay access denied\", and no password helps.",
        "Switch authentication on for this listener.",
        "None, if the password check itself works.");

    /// <summary>Strangers are told to come again.</summary>
    public static FindingKind TemporaryRefusal { get; } = new("GP308", "temporary-refusal", "A stranger who wants to relay is told to come again later", Severity.Note,
        "Honest senders who use the wrong server retry for days before they learn that it is for good.",
        "Refuse for good (550, 554) once the configuration is settled.",
        "While domains are being moved a temporary refusal is the safer one: mail waits instead of bouncing.");

    /// <summary>Something is broken so that clients get temporary errors.</summary>
    public static FindingKind Broken { get; } = new("GP309", "broken-value", "A value or file is broken, and clients get a temporary error", Severity.Error,
        "Mail that reaches this line waits at its senders and bounces after days.",
        "Mend the value.",
        "None.");

    /// <summary>The server does not run.</summary>
    public static FindingKind WillNotRun { get; } = new("GP310", "will-not-run", "The server closes every connection or does not start", Severity.Error,
        "No mail is taken at all.",
        "Mend the setting.",
        "None.");

    /// <summary>A name that the server does not know.</summary>
    public static FindingKind UnknownName { get; } = new("GP311", "unknown-name", "A name that the server does not know", Severity.Warning,
        "What it was meant to do does not happen, or every client that reaches it gets an error.",
        "Write the name as the server knows it.",
        "What it was meant to do happens from then on.");

    /// <summary>An entry without effect.</summary>
    public static FindingKind NoEffect { get; } = new("GP312", "no-effect", "An entry that never matches or is never reached", Severity.Warning,
        "What it was meant to do does not happen.",
        "Take it out, or write it so that it matches.",
        "What it was meant to do happens from then on.");

    /// <summary>Two entries that exclude each other.</summary>
    public static FindingKind Conflict { get; } = new("GP313", "conflict", "Two entries exclude each other", Severity.Warning,
        "Only one of them holds, and not always the one that was meant.",
        "Keep one of them.",
        "Read which one holds today.");

    /// <summary>It works and gives more than it seems to.</summary>
    public static FindingKind Risky { get; } = new("GP314", "risky", "A setting gives more than it seems to", Severity.Warning,
        "It rests on something that a client chooses, or on something far wider than meant.",
        "Replace it by a login, an address or an exact name.",
        "Who relied on it must be named otherwise.");

    /// <summary>Deprecated.</summary>
    public static FindingKind Outdated { get; } = new("GP315", "outdated", "A setting that newer versions no longer have", Severity.Note,
        "After an upgrade it is an error or does nothing.",
        "Replace it before the upgrade.",
        "None.");

    /// <summary>A login may use any sender.</summary>
    public static FindingKind AnySender { get; } = new("GP316", "login-with-any-sender", "A login may use any sender address", Severity.Note,
        "One stolen password sends in everybody's name.",
        "Tie senders to logins (Postfix: smtpd_sender_login_maps with reject_authenticated_sender_login_mismatch).",
        "Users with several addresses must have all of them in the table.");

    /// <summary>A line that was not understood.</summary>
    public static FindingKind NotUnderstood { get; } = new("GP317", "not-understood", "A line that matters was not understood", Severity.Warning,
        "There can be no proof as long as it may change the answer.",
        "Check the line by hand, or put attempts to the running server with --confirm.",
        "None.");

    /// <summary>A broken syntax.</summary>
    public static FindingKind Syntax { get; } = new("GP318", "syntax", "A line that the server cannot read", Severity.Error,
        "The server does not start, or ignores it.",
        "Mend the line.",
        "None.");

    /// <summary>A missing file.</summary>
    public static FindingKind MissingFile { get; } = new("GP319", "missing-file", "A file is missing or cannot be read", Severity.Warning,
        "Where the server misses it too, clients get a temporary error or an entry is not there; where only this audit does, the answer rests on less.",
        "Make the file, or give the audit a copy.",
        "None.");

    /// <summary>A domain is configured whose mail goes elsewhere.</summary>
    public static FindingKind MailGoesElsewhere { get; } = new("GP320", "mail-goes-elsewhere", "A domain is configured here, but its MX names another server", Severity.Note,
        "Mail that users of this server send to it stays here and never reaches its mailboxes.",
        "Take the domain out, or point its MX here.",
        "None, once it is certain where its mailboxes are.");

    /// <summary>A file that only the audit misses.</summary>
    public static FindingKind NotAtHand { get; } = new("GP321", "file-not-at-hand", "A file that the configuration names is not among those at hand", Severity.Note,
        "The server may have it. The audit takes it as able to say anything, and the answer rests on less.",
        "Give the audit a copy.",
        "None.");

    /// <summary>The configuration is a template.</summary>
    public static FindingKind Template { get; } = new("GP322", "template", "The configuration is a template: values are filled in before the server reads it", Severity.Note,
        "What is filled in decides; a template as it stands proves nothing of the lines that hold placeholders.",
        "Audit the configuration that was made of it.",
        "None.");

    /// <summary>Every one of them, in the order of their ids.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
    [
        OpenRelay, CatchAll, HostedDomainRefused, WideNetwork, PrivateNetwork, SubmissionWithoutLogin, LoginImpossible, TemporaryRefusal, Broken, WillNotRun,
        UnknownName, NoEffect, Conflict, Risky, Outdated, AnySender, NotUnderstood, Syntax, MissingFile, MailGoesElsewhere, NotAtHand, Template,
    ];
}
