using System.Globalization;
using System.Text;

namespace Gatepost.Mta.Patterns;

/// <summary>
/// Writes a POSIX regular expression in the dialect of .NET, with glibc's extensions (<c>\&lt;</c>, <c>\w</c>, backreferences) and glibc's mind about what is an error.
/// </summary>
internal ref struct PosixPattern(ReadOnlySpan<char> pattern, bool extended, bool ignoreCase)
{
    private const int Deepest = 200;

    private readonly ReadOnlySpan<char> _pattern = pattern;
    private readonly StringBuilder _text = new();
    private int _at;
    private int _groups;
    private string? _wrong;

    /// <summary>The expression for .NET; null with the reason where it is none.</summary>
    public static string? Translate(ReadOnlySpan<char> pattern, bool extended, bool ignoreCase, out string wrong)
    {
        var reader = new PosixPattern(pattern, extended, ignoreCase);
        reader.Alternatives(0);
        wrong = reader._wrong ?? "";
        return reader._wrong is null ? reader._text.ToString() : null;
    }

    private readonly bool IsAtEnd => _at >= _pattern.Length;

    // True where an operator stands here, which basic expressions write with a backslash.
    private readonly bool Is(char op) => extended
        ? !IsAtEnd && _pattern[_at] == op
        : _at + 1 < _pattern.Length && _pattern[_at] == '\\' && _pattern[_at + 1] == op;

    private void Skip() => _at += extended ? 1 : 2;

    private void Alternatives(int depth)
    {
        if (depth > Deepest) Fail("groups are nested too deeply");
        while (_wrong is null)
        {
            Branch(depth);
            if (!Is('|')) return;
            Skip();
            _text.Append('|');
        }
    }

    private void Branch(int depth)
    {
        var first = true;
        while (_wrong is null && !IsAtEnd && !Is('|') && !(Is(')') && (depth > 0 || !extended)))
        {
            var start = _text.Length;
            var repeats = Atom(depth, first);
            first = false;
            while (repeats && _wrong is null && Repeat(out var quantifier))
            {
                // A second one in a row would mean something else to .NET.
                _text.Insert(start, "(?:").Append(')').Append(quantifier);
            }
        }

        if (depth == 0 && Is(')')) Fail("a ) closes nothing");
    }

    // Reads one atom; false where none of * + ? { may follow it.
    private bool Atom(int depth, bool first)
    {
        if (Is('('))
        {
            Skip();
            _groups++;
            _text.Append('(');
            Alternatives(depth + 1);
            if (!Is(')')) Fail("a ( has no )");
            else Skip();
            _text.Append(')');
            return true;
        }

        var c = _pattern[_at];
        if (extended && c is '*' or '+' or '?' or '{') Fail($"{c} stands after nothing");
        else if (!extended && Is('{')) Fail("\\{ stands after nothing");
        else if (c == '^' && (extended || first)) return Anchor("^");
        else if (c == '$' && (extended || EndsBranch())) return Anchor("$");
        else if (c == '[') Bracket();
        else if (c == '\\') return Escaped();
        else
        {
            _text.Append(c == '.' ? "." : Literal(c));
            _at++;
            return extended || c != '*' || !first;
        }

        return true;
    }

    private bool Anchor(string text)
    {
        _text.Append(text);
        _at++;
        return false;
    }

    private readonly bool EndsBranch() => _at + 1 == _pattern.Length || _pattern[(_at + 1)..].StartsWith("\\)") || _pattern[(_at + 1)..].StartsWith("\\|");

    private bool Escaped()
    {
        if (_at + 1 >= _pattern.Length)
        {
            Fail("a backslash stands at the end");
            return false;
        }

        var c = _pattern[_at + 1];
        _at += 2;
        if (c is >= '1' and <= '9')
        {
            if (c - '0' > _groups) Fail($"there is no group {c}");
            _text.Append($"(?:\\{c})");
            return true;
        }

        var anchor = c switch { '<' => @"(?<![A-Za-z0-9_])(?=[A-Za-z0-9_])", '>' => @"(?<=[A-Za-z0-9_])(?![A-Za-z0-9_])", 'b' => @"\b", 'B' => @"\B", '`' => @"\A", '\'' => @"\z", _ => null };
        _text.Append(anchor ?? c switch { 'w' => "[A-Za-z0-9_]", 'W' => "[^A-Za-z0-9_]", 's' => @"\s", 'S' => @"\S", _ => Escape(c) });
        return anchor is null;
    }

    // Where letter case is ignored, glibc turns texts into capitals and leaves an escaped letter as it is, so that \d never matches.
    private readonly string Escape(char c) => ignoreCase && char.IsAsciiLetterLower(c) ? "(?!)" : Literal(c);

    private bool Repeat(out string quantifier)
    {
        quantifier = "";
        if (!IsAtEnd && _pattern[_at] == '*')
        {
            quantifier = "*";
            _at++;
            return true;
        }

        if (Is('+') || Is('?'))
        {
            quantifier = Is('+') ? "+" : "?";
            Skip();
            return true;
        }

        return Is('{') && Interval(out quantifier);
    }

    private bool Interval(out string quantifier)
    {
        Skip();
        quantifier = "";
        var end = _pattern[_at..].IndexOf(extended ? "}" : "\\}");
        if (end < 0)
        {
            Fail("a { has no }");
            return false;
        }

        var text = _pattern.Slice(_at, end);
        _at += end + (extended ? 1 : 2);
        var comma = text.IndexOf(',');
        var (from, to) = (Number(comma < 0 ? text : text[..comma], 0), comma < 0 ? -1 : Number(text[(comma + 1)..], int.MaxValue));
        if (comma < 0) to = from;
        if (from is null || to is null || from > to || from > short.MaxValue || text.IsEmpty || text is ",") Fail($"{{{text}}} is no number of times");
        else quantifier = to == int.MaxValue ? $"{{{from},}}" : $"{{{from},{to}}}";
        return true;
    }

    private static int? Number(ReadOnlySpan<char> text, int otherwise) =>
        text.IsEmpty ? otherwise : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= short.MaxValue ? number : null;

    private void Bracket()
    {
        var start = _at++;
        if (!IsAtEnd && _pattern[_at] == '^') _at++;
        if (!IsAtEnd && _pattern[_at] == ']') _at++;
        while (!IsAtEnd && _pattern[_at] != ']')
        {
            var end = _pattern[_at] == '[' && _at + 1 < _pattern.Length && _pattern[_at + 1] is ':' or '=' or '.' ? _pattern[(_at + 2)..].IndexOf($"{_pattern[_at + 1]}]") : -1;
            _at += end < 0 ? 1 : end + 4;
        }

        if (IsAtEnd)
        {
            Fail("a [ has no ]");
            return;
        }

        _at++;
        _text.Append(ConfigPatterns.Bracket(_pattern[start.._at].ToString()));
    }

    private static string Literal(char c) => char.IsAsciiLetterOrDigit(c) || c > 0x7f || c is ' ' or '_' or '\'' or '`' or '<' or '>' or '"' ? c.ToString() : c < ' ' ? $"\\x{(int)c:x2}" : "\\" + c;

    private void Fail(string wrong) => _wrong ??= wrong;
}
