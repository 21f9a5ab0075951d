namespace Gatepost.Mta.OpenSmtpd.Model;

/// <summary>What the test of a filter looks at.</summary>
internal enum SmtpdFilterTest
{
    /// <summary>The client's name leads back to its address.</summary>
    Fcrdns,
    /// <summary>The client's name.</summary>
    Rdns,
    Source,
    Helo,
    Auth,
    MailFrom,
    RcptTo,
}
