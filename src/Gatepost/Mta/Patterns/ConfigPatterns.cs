using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Gatepost.Mta.Patterns;

/// <summary>Reads the dialects of regular expressions that mail servers use: PCRE and POSIX extended.</summary>
public static partial class ConfigPatterns
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    /// <summary>Reads a PCRE expression; false with a reason where it is none.</summary>
    public static bool TryPcre(string pattern, bool ignoreCase, [NotNullWhen(true)] out ConfigPattern? read, out string problem, RegexOptions more = RegexOptions.None) =>
        TryMake(pattern, Pcre(pattern), ignoreCase, more, out read, out problem);

    /// <summary>Reads a POSIX expression (regex(7)), extended or basic; false with a reason where it is none.</summary>
    public static bool TryPosix(string pattern, bool ignoreCase, [NotNullWhen(true)] out ConfigPattern? read, out string problem, bool extended = true)
    {
        read = null;
        return PosixPattern.Translate(pattern, extended, ignoreCase, out problem) is { } dotnet && TryMake(pattern, dotnet, ignoreCase, RegexOptions.None, out read, out problem);
    }

    private static bool TryMake(string written, string dotnet, bool ignoreCase, RegexOptions more, [NotNullWhen(true)] out ConfigPattern? read, out string problem)
    {
        read = null;
        problem = "";
        try
        {
            var options = RegexOptions.CultureInvariant | more | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
            read = new ConfigPattern(written, new Regex(dotnet, options, Longest), dotnet, ignoreCase);
            return true;
        }
        catch (ArgumentException e)
        {
            problem = e.Message;
            return false;
        }
    }
}
