using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>The HELO name has a form that Exim takes: an address literal, or letters, digits, dots, hyphens and what helo_allow_chars adds.</summary>
internal static class HeloSyntax
{
    public static Condition Of(string allowed, Origin origin) =>
        ComputedTest.Of("HELO name is well-formed", "helo", origin, s => IsValid(s.Attempt.Helo ?? "", allowed) ? Truth.Yes : Truth.No, mayFail: false).Where(static t => t == Truth.Yes);

    private static bool IsValid(string helo, string allowed)
    {
        if (!helo.StartsWith('[')) return helo.Length > 0 && helo.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' || allowed.Contains(c, StringComparison.Ordinal));
        if (!helo.EndsWith(']')) return false;
        var literal = helo[1..^1];
        if (literal.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)) return literal[5..].Contains(':', StringComparison.Ordinal) && EximAddress.TryParse(literal.AsSpan(5), out _);
        if (literal.StartsWith("IPv4:", StringComparison.OrdinalIgnoreCase)) return !literal[5..].Contains(':', StringComparison.Ordinal) && EximAddress.TryParse(literal.AsSpan(5), out _);
        return EximAddress.TryParse(literal, out _);
    }
}
