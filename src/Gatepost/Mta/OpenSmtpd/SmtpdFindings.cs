using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Mta.OpenSmtpd.Policies;

namespace Gatepost.Mta.OpenSmtpd;

/// <summary>Mistakes that OpenSMTPD itself would not report.</summary>
internal static class SmtpdFindings
{
    /// <summary>Looks for them.</summary>
    public static void Find(SmtpdConfig config, SmtpdHost host, SmtpdNotes notes)
    {
    }
}
