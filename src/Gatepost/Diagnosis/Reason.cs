namespace Gatepost.Diagnoses;

/// <summary>
/// The reason names that Sisimai made the field's standard (its 5.2 set), so that users of existing tools can compare
/// and migrate. The name in lower case without separators is what JSON prints (<c>userunknown</c>).
/// </summary>
public enum Reason
{
    /// <summary>Nothing matched.</summary>
    Undefined,
    /// <summary>SPF, DKIM or DMARC failed.</summary>
    AuthFailure,
    /// <summary>Poor reputation of the sending address or domain.</summary>
    BadReputation,
    /// <summary>The client's address or host name is blocked.</summary>
    Blocked,
    /// <summary>A header or the content has a forbidden form.</summary>
    ContentError,
    /// <summary>Larger than the recipient may receive.</summary>
    ExceedLimit,
    /// <summary>Not delivered in the time allowed.</summary>
    Expired,
    /// <summary>STARTTLS failed or is demanded.</summary>
    FailedStartTls,
    /// <summary>Refused by a filter, or after DATA, for this recipient.</summary>
    Filtered,
    /// <summary>The mailbox has moved.</summary>
    HasMoved,
    /// <summary>The recipient's domain does not exist.</summary>
    HostUnknown,
    /// <summary>The mailbox is full.</summary>
    MailboxFull,
    /// <summary>A mailer program failed.</summary>
    MailerError,
    /// <summary>Larger than the server takes.</summary>
    MesgTooBig,
    /// <summary>DNS or network failed.</summary>
    NetworkError,
    /// <summary>A relay denial.</summary>
    NoRelaying,
    /// <summary>The host takes no mail.</summary>
    NotAccept,
    /// <summary>The message is not as the RFCs demand.</summary>
    NotCompliantRfc,
    /// <summary>Something is known, too little to say what.</summary>
    OnHold,
    /// <summary>A policy of the recipient's side.</summary>
    PolicyViolation,
    /// <summary>The envelope sender is refused.</summary>
    Rejected,
    /// <summary>The client's PTR record is missing or wrong.</summary>
    RequirePtr,
    /// <summary>A security rule; includes failed logins.</summary>
    SecurityError,
    /// <summary>Taken for spam.</summary>
    SpamDetected,
    /// <summary>Too many messages in too short a time.</summary>
    Speeding,
    /// <summary>The sending platform has the recipient on its suppression list.</summary>
    Suppressed,
    /// <summary>The account is suspended or disabled.</summary>
    Suspend,
    /// <summary>An SMTP syntax or sequence error.</summary>
    SyntaxError,
    /// <summary>The server has a fault.</summary>
    SystemError,
    /// <summary>The server's disk is full.</summary>
    SystemFull,
    /// <summary>Too many connections.</summary>
    TooManyConn,
    /// <summary>No such user.</summary>
    UserUnknown,
    /// <summary>A virus was found.</summary>
    VirusDetected,
    /// <summary>Not a refusal: delivered.</summary>
    Delivered,
    /// <summary>Not a refusal: a complaint.</summary>
    Feedback,
    /// <summary>Not a refusal: an automatic reply.</summary>
    Vacation,
}
