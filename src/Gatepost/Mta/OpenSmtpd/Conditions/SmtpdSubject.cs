namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>What is looked up in a table.</summary>
internal enum SmtpdSubject
{
    /// <summary>The argument of HELO or EHLO.</summary>
    Helo,
    /// <summary>The name that the client's PTR record gives, whether or not it leads back.</summary>
    ClientName,
    /// <summary>The same to a filter, which sees <c>&lt;unknown&gt;</c> where there is none.</summary>
    ClientNameOrUnknown,
    /// <summary>The login.</summary>
    Login,
    /// <summary>The sender with its domain; the null sender is <c>@</c>.</summary>
    Sender,
    /// <summary>The recipient with its domain.</summary>
    Recipient,
    /// <summary>The recipient's domain.</summary>
    RecipientDomain,
    /// <summary>What stands in the angle brackets of MAIL FROM, as a filter sees it.</summary>
    WrittenSender,
    /// <summary>What stands in the angle brackets of RCPT TO, as a filter sees it.</summary>
    WrittenRecipient,
    /// <summary>The listener's tag, which no attempt changes.</summary>
    Tag,
}
