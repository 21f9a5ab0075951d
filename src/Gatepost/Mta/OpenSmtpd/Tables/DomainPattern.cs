using System.Text;
using System.Text.RegularExpressions;

namespace Gatepost.Mta.OpenSmtpd.Tables;

/// <summary>
/// A name with stars, as OpenSMTPD compares it: a star skips to the next character that equals the one after it and never tries again, so that
/// <c>*.x</c> covers <c>a.x</c> and not <c>a.b.x</c>. A star at the end stands for at least one character.
/// </summary>
internal static class DomainPattern
{
    /// <summary>Compares, letter case aside.</summary>
    public static bool IsMatch(ReadOnlySpan<char> name, ReadOnlySpan<char> pattern)
    {
        int n = 0, p = 0;
        while (p < pattern.Length && n < name.Length)
        {
            if (pattern[p] == '*')
            {
                while (p < pattern.Length && pattern[p] == '*') p++;
                while (n < name.Length && (p == pattern.Length || Fold(name[n]) != Fold(pattern[p]))) n++;
                continue;
            }

            if (Fold(pattern[p++]) != Fold(name[n++])) return false;
        }

        return n == name.Length && p == pattern.Length;
    }

    /// <summary>The same as a regular expression.</summary>
    public static string ToRegex(string pattern)
    {
        var regex = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '*')
            {
                regex.Append(Regex.Escape(pattern[i].ToString()));
                continue;
            }

            while (i + 1 < pattern.Length && pattern[i + 1] == '*') i++;
            regex.Append(i + 1 < pattern.Length ? $"[^{Inside(pattern[i + 1])}]*" : ".+");
        }

        return regex.Append('$').ToString();
    }

    private static string Inside(char c) => c is '\\' or ']' or '[' or '^' or '-' ? "\\" + c : c.ToString();

    private static char Fold(char c) => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
}
