using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>The HELO name has a form that Exim takes: an address literal, or letters, digits, dots, hyphens and what helo_allow_chars adds.</summary>
internal sealed class HeloSyntax(string allowed) : Leaf
{
    // Which forms there are; what IPv6 literals are well-formed is told more finely by Ask.
    private readonly string[] _forms =
    [
        $"^[A-Za-z0-9.\\-{string.Concat(allowed.Where(static c => !char.IsAsciiLetterOrDigit(c)).Select(static c => c is '[' or ']' or '\\' or '^' or '-' ? $"\\{c}" : c.ToString()))}]+$",
        @"^\[(IPv4:)?((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])\]$",
        @"^\[(IPv6:)?[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*\]$",
    ];

    public override Dimension Dimension => Dimension.Helo;

    public override void Mark(Landmarks landmarks)
    {
        foreach (var form in _forms) landmarks.Pattern(form, true, PatternSubject.Whole);
    }

    public override Answer Ask(Session session) => Answer.Of(IsValid(session.Attempt.Helo ?? ""));

    public override string ToString() => "HELO name well-formed";

    private bool IsValid(string helo)
    {
        if (!helo.StartsWith('[')) return helo.Length > 0 && helo.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' || allowed.Contains(c, StringComparison.Ordinal));
        if (!helo.EndsWith(']')) return false;
        var literal = helo[1..^1];
        if (literal.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)) return literal[5..].Contains(':', StringComparison.Ordinal) && EximAddress.TryParse(literal.AsSpan(5), out _);
        if (literal.StartsWith("IPv4:", StringComparison.OrdinalIgnoreCase)) return !literal[5..].Contains(':', StringComparison.Ordinal) && EximAddress.TryParse(literal.AsSpan(5), out _);
        return EximAddress.TryParse(literal, out _);
    }
}
