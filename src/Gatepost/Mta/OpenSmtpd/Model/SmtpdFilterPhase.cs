namespace Gatepost.Mta.OpenSmtpd.Model;

/// <summary>When a filter is asked.</summary>
internal enum SmtpdFilterPhase
{
    Connect,
    Helo,
    Ehlo,
    MailFrom,
    RcptTo,
    /// <summary>After the recipients: <c>data</c>, <c>commit</c>.</summary>
    Later,
    /// <summary><c>auth</c>, which the grammar knows and the server forgets.</summary>
    Auth,
}
