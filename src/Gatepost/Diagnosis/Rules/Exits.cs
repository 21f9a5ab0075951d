namespace Gatepost.Diagnoses.Rules;

/// <summary>Exit codes of delivery programs that stand alone as a diagnostic (Diagnostic-Code: X-Unix; 75), after sysexits.h.</summary>
internal static class Exits
{
    /// <summary>True for one to three digits and nothing else.</summary>
    public static bool IsExitCode(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= 3 && text.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>EX_NOPERM (77): the system forbids it; no fault of the program.</summary>
    public static bool MeansNoPermission(ReadOnlySpan<char> text) => text is "77";
}
