namespace Gatepost.Mta.OpenSmtpd.Model;

/// <summary>What a filter does where its test holds.</summary>
internal enum SmtpdFilterAction
{
    Reject,
    Disconnect,
    Rewrite,
    Report,
    Junk,
    Bypass,
}
