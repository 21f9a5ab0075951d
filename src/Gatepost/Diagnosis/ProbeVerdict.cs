using Gatepost.Evidence;

namespace Gatepost.Diagnoses;

/// <summary>What a probe comes to.</summary>
/// <param name="Kind">The one word.</param>
/// <param name="Says">The same as one sentence, with the names.</param>
/// <param name="Diagnosis">Where mail is refused or cannot be sent: why, and whose job it is; null where it is taken.</param>
/// <param name="Observations">What it rests on.</param>
public sealed record ProbeVerdict(ProbeVerdictKind Kind, string Says, Diagnosis? Diagnosis, Observations Observations)
{
    /// <summary>Reads the verdict off what was observed.</summary>
    public static ProbeVerdict Of(Observations observations, Rulebook? rulebook = null)
    {
        _ = rulebook;
        return new(ProbeVerdictKind.Unknown, "", null, observations);
    }
}
