namespace Gatepost.Evidence.Dialog;

/// <summary>The commands that a dialog may hold: no other can be written down. Never DATA, BDAT, VRFY, EXPN, TURN or ETRN.</summary>
internal enum SmtpVerb
{
    Ehlo,
    Helo,
    StartTls,
    Auth,
    XClient,
    Mail,
    Rcpt,
    Rset,
    Noop,
    Quit,
}
