using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Diagnoses;

/// <summary>
/// Which enhanced status a diagnosis shows, where reply, report and reason offer several. What stands in the reply comes
/// before a field; X.0.0 says less than any other; the class is the reply code's.
/// </summary>
internal static class StatusChoice
{
    /// <summary>The status, and where it comes from; none for reports that are no refusal and give none.</summary>
    public static (EnhancedStatus? Status, StatusOrigin Origin) Choose(Refusal refusal, Reason reason)
    {
        var inReply = refusal.Reply.Enhanced;
        var reported = refusal.ReportedStatus;
        if (inReply is { } said && !said.Is(0, 0)) return (OfClass(said, refusal), StatusOrigin.Reply);
        if (reported is { } field && !field.Is(0, 0)) return (OfClass(field, refusal), StatusOrigin.Reported);
        if (inReply is { } general) return (OfClass(general, refusal), StatusOrigin.Reply);
        // OpenSMTPD writes X.0.0 into every Status field, whatever the other server said.
        if (reported is { } plain && refusal.Software is not "opensmtpd") return (OfClass(plain, refusal), StatusOrigin.Reported);
        return Detail(reason) is { } detail
            ? (EnhancedStatus.Create(Class(refusal, reason), 0, detail), StatusOrigin.Derived)
            : (null, StatusOrigin.None);
    }

    private static EnhancedStatus OfClass(EnhancedStatus status, Refusal refusal) =>
        refusal.Reply.Code is >= 400 and < 600 and var code && code / 100 != status.Class && status.Class != 2
            ? EnhancedStatus.Create(code / 100, status.Subject, status.Detail) ?? status
            : status;

    /// <summary>The reply code's; without one 5, as the field's tools have it, save for Exim's retry time-outs.</summary>
    private static int Class(Refusal refusal, Reason reason) => refusal.Reply.Code switch
    {
        >= 400 and < 500 => 4,
        >= 500 => 5,
        _ => reason == Reason.Expired && (refusal.Software is "exim" or "mailru" or "mail.ru") ? 4 : 5,
    };

    /// <summary>The detail of the conventional code X.0.9nn; null for what is no refusal.</summary>
    private static int? Detail(Reason reason) => reason switch
    {
        Reason.Undefined => 900,
        Reason.OnHold => 901,
        Reason.SyntaxError => 902,
        Reason.NoRelaying => 909,
        Reason.Filtered => 910,
        Reason.UserUnknown => 911,
        Reason.HostUnknown => 912,
        Reason.Suppressed => 915,
        Reason.HasMoved => 916,
        Reason.Rejected => 918,
        Reason.Suspend => 921,
        Reason.MailboxFull => 922,
        Reason.ExceedLimit => 923,
        Reason.SystemError => 930,
        Reason.SystemFull => 931,
        Reason.NotAccept => 932,
        Reason.MesgTooBig => 934,
        Reason.MailerError => 939,
        Reason.NetworkError => 944,
        Reason.TooManyConn or Reason.Speeding => 945,
        Reason.Expired => 947,
        Reason.ContentError => 960,
        Reason.AuthFailure or Reason.SecurityError => 970,
        Reason.Blocked or Reason.VirusDetected => 971,
        Reason.PolicyViolation => 972,
        Reason.RequirePtr => 973,
        Reason.NotCompliantRfc => 974,
        Reason.BadReputation => 975,
        Reason.FailedStartTls => 976,
        Reason.SpamDetected => 980,
        _ => null,
    };
}
