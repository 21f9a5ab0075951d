using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Reports;

/// <summary>Which of a refusal's contradicting values every report shows.</summary>
internal static class Shown
{
    public static int? Code(Diagnosis diagnosis) => diagnosis.Refusal.Reply.Code;

    /// <summary>The status that stands in the reply or is reported with it; null where there is none.</summary>
    public static EnhancedStatus? Enhanced(Diagnosis diagnosis) => diagnosis.StatusOrigin switch
    {
        StatusOrigin.Reply or StatusOrigin.Reported => diagnosis.Status,
        StatusOrigin.Derived => null,
        _ => diagnosis.Refusal.Reply.Enhanced ?? diagnosis.Refusal.ReportedStatus,
    };

    /// <summary>The same, or the conventional X.0.9nn of the reason where a source gives none: for programs that compare.</summary>
    public static EnhancedStatus? EnhancedOrDerived(Diagnosis diagnosis) =>
        diagnosis.StatusOrigin == StatusOrigin.Derived ? diagnosis.Status : Enhanced(diagnosis);

    /// <summary>Where that comes from: <c>reply</c>, <c>reported</c>, <c>derived</c>; null where there is none.</summary>
    public static string? EnhancedOrigin(Diagnosis diagnosis) => diagnosis.StatusOrigin switch
    {
        StatusOrigin.Reply => "reply",
        StatusOrigin.Reported => "reported",
        StatusOrigin.Derived => "derived",
        _ => diagnosis.Refusal.Reply.Enhanced is not null ? "reply" : diagnosis.Refusal.ReportedStatus is not null ? "reported" : null,
    };

    /// <summary>True for a refusal for good, false for now, null for what is no refusal.</summary>
    public static bool? Permanent(Diagnosis diagnosis) => diagnosis.Refusal.Kind switch
    {
        RefusalKind.Delayed => false,
        RefusalKind.Failed => diagnosis.Refusal.Reply.IsPermanent ?? Enhanced(diagnosis)?.Class switch
        {
            5 => true,
            4 => false,
            _ => true,
        },
        _ => null,
    };
}
