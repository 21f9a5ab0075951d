using Gatepost.Refusals;

namespace Gatepost.Diagnoses.Rules;

/// <summary>Exit codes of delivery programs that stand alone as a diagnostic (Diagnostic-Code: X-Unix; 75), after sysexits.h.</summary>
internal static class Exits
{
    /// <summary>True for one to three digits and nothing else.</summary>
    public static bool IsExitCode(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= 3 && text.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>True for the word of a local delivery program in a DSN: no reply code, no other server, a status of X.3.0.</summary>
    public static bool IsLocalAgent(Case c) =>
        c.Refusal is { Format: InputFormat.Dsn, RemoteMta: null, Reply: { Code: null, Enhanced: null } } && c.StatusIs(3, 0) && c.Refusal.Reply.Text.Length > 0;

    /// <summary>EX_NOPERM (77): the system forbids it; no fault of the program.</summary>
    public static bool MeansNoPermission(ReadOnlySpan<char> text) => text is "77";
}
