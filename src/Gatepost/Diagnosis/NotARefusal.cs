using Gatepost.Diagnoses.Rules;
using Gatepost.Refusals;

namespace Gatepost.Diagnoses;

/// <summary>What a report that is no refusal is called.</summary>
internal static class NotARefusal
{
    /// <summary>The rule that stands for the kind; null for refusals.</summary>
    public static ReasonRule? Of(RefusalKind kind) => kind switch
    {
        RefusalKind.Delivered => Delivered.Instance,
        RefusalKind.Complaint => Complaint.Instance,
        RefusalKind.AutoReply => AutoReply.Instance,
        _ => null,
    };
}
