using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Reports;

/// <summary>Which of a refusal's contradicting values every report shows.</summary>
internal static class Shown
{
    public static int? Code(Diagnosis diagnosis) => diagnosis.Refusal.Reply.Code;

    public static EnhancedStatus? Enhanced(Diagnosis diagnosis) =>
        diagnosis.Refusal.Reply.Enhanced ?? diagnosis.Refusal.ReportedStatus;

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
