using Gatepost.Diagnoses;

namespace Gatepost.Cli.Probe;

/// <summary>Exit codes of probes.</summary>
internal static class ProbeExit
{
    /// <summary>0 where mail is taken and nothing is to be mended, 1 where it is refused or something is found, 3 where that could not be found out.</summary>
    public static int Of(ProbeVerdict verdict) => verdict.Kind switch
    {
        ProbeVerdictKind.Accepts => verdict.Diagnosis is null ? Exit.Fine : Exit.Bad,
        ProbeVerdictKind.Mixed or ProbeVerdictKind.Refuses or ProbeVerdictKind.NoMail => Exit.Bad,
        _ => Exit.Unknown,
    };
}
