using Gatepost.Smtp;

namespace Gatepost.Diagnoses.Rules;

/// <summary>Mobile carriers that refuse a sender in the words for an unknown user.</summary>
internal static class Carriers
{
    /// <summary>
    /// NTT docomo answers "Unknown user" after DATA for every reason; with a status of X.0.0 it is the recipient's filter
    /// against this sender's domain, with X.2.0 against the message.
    /// </summary>
    public static bool RefusesSender(Case c) =>
        c.Refusal.Phase is SmtpPhase.Data or SmtpPhase.EndOfData && c.StatusIs(0, 0)
        && c.Refusal.RemoteMta is { } mta && mta.AsSpan().TrimEnd('.').EndsWith("docomo.ne.jp", StringComparison.OrdinalIgnoreCase);
}
