using System.Collections.Immutable;
using System.Globalization;

namespace Gatepost.Relay.Proof.Regular;

/// <summary>
/// Takes expressions of the .NET dialect apart, as far as they are regular: literals, classes, choices, groups, quantifiers, anchors. Lookaround, references, word boundaries, atomic
/// groups and conditions are not.
/// </summary>
internal sealed class PatternParser
{
    private const int DeepestGroup = 200;
    private const int MostRepeats = 2_000;
    private readonly string _text;
    private bool _ignoreCase;
    private int _at;
    private int _depth;
    private bool _failed;

    private PatternParser(string text, bool ignoreCase) => (_text, _ignoreCase) = (text, ignoreCase);

    /// <summary>Takes an expression apart; null where it is not regular, or none.</summary>
    public static PatternNode? Parse(string pattern, bool ignoreCase)
    {
        var parser = new PatternParser(pattern, ignoreCase);
        var node = parser.Choice();
        return parser._failed || parser._at < pattern.Length ? null : node;
    }

    private bool IsAtEnd => _failed || _at >= _text.Length;

    private PatternNode Choice()
    {
        var of = ImmutableArray.CreateBuilder<PatternNode>();
        of.Add(Sequence());
        while (!IsAtEnd && _text[_at] == '|')
        {
            _at++;
            of.Add(Sequence());
        }

        return of.Count == 1 ? of[0] : new PatternNode.Choice(of.ToImmutable());
    }

    private PatternNode Sequence()
    {
        var of = ImmutableArray.CreateBuilder<PatternNode>();
        while (!IsAtEnd && _text[_at] is not ('|' or ')'))
            if (Atom() is { } atom) of.Add(Quantified(atom));
        return of.Count == 1 ? of[0] : new PatternNode.Sequence(of.ToImmutable());
    }

    private PatternNode? Atom()
    {
        var c = _text[_at];
        switch (c)
        {
            case '(': return Group();
            case '[': return Class();
            case '\\': return Escape();
            case '^':
                _at++;
                return new PatternNode.Beginning();
            case '$':
                _at++;
                return new PatternNode.End();
            case '.':
                _at++;
                return Set(".");
            case '*' or '+' or '?': return Fail();
            default:
                _at++;
                return new PatternNode.Characters(CharSet.Literal(c, _ignoreCase));
        }
    }

    private PatternNode? Group()
    {
        if (++_depth > DeepestGroup) return Fail();
        _at++;
        var before = _ignoreCase;
        if (!Follows("?")) return Closed(before);
        if (Options() is { } isEmpty)
        {
            if (!isEmpty) return Closed(before);
            // (?i) holds for the rest of the group around it.
            _depth--;
            return null;
        }

        var close = Follows("?<") ? '>' : Follows("?'") ? '\'' : '\0';
        var end = close == '\0' ? -1 : _text.IndexOf(close, _at + 2);
        if (end <= _at + 2 || !_text[(_at + 2)..end].All(static c => char.IsAsciiLetterOrDigit(c) || c == '_')) return Fail();
        _at = end + 1;
        return Closed(before);
    }

    // (?:…), (?i), (?-i) and (?i:…); other options change too much. True for options without a group, null for none.
    private bool? Options()
    {
        var at = _at + 1;
        var on = true;
        var value = _ignoreCase;
        for (; at < _text.Length && _text[at] is 'i' or '-' or 'n'; at++)
            if (_text[at] == '-') on = false;
            else if (_text[at] == 'i') value = on;
        if (at >= _text.Length || _text[at] is not (')' or ':')) return null;
        _ignoreCase = value;
        _at = at + 1;
        return _text[at] == ')';
    }

    private PatternNode? Closed(bool ignoreCaseBefore)
    {
        var inside = Choice();
        if (IsAtEnd || _text[_at] != ')') return Fail();
        _at++;
        _depth--;
        _ignoreCase = ignoreCaseBefore;
        return inside;
    }

    private PatternNode? Class()
    {
        // Balanced: a class may subtract another (…-[…]).
        var depth = 0;
        var at = _at;
        for (; at < _text.Length; at++)
        {
            var c = _text[at];
            if (c == '\\') at++;
            else if (c == '[' && (depth == 0 || _text[at - 1] == '-')) 
            {
                depth++;
                if (at + 1 < _text.Length && _text[at + 1] == '^') at++;
                if (at + 1 < _text.Length && _text[at + 1] == ']') at++;
            }
            else if (c == ']' && --depth == 0) break;
        }

        if (at >= _text.Length) return Fail();
        var piece = _text[_at..(at + 1)];
        _at = at + 1;
        return Set(piece);
    }

    private PatternNode? Escape()
    {
        if (_at + 1 >= _text.Length) return Fail();
        var c = _text[_at + 1];
        var length = c switch
        {
            'A' or 'z' or 'Z' => 2,
            'b' or 'B' or 'G' or 'k' or (>= '0' and <= '9') => 0,
            'x' => 4,
            'u' => 6,
            'c' => 3,
            'p' or 'P' => _text.IndexOf('}', _at) is > 0 and var end ? end + 1 - _at : 0,
            _ => 2,
        };
        if (length == 0 || _at + length > _text.Length) return Fail();
        var piece = _text.Substring(_at, length);
        _at += length;
        return c switch
        {
            'A' => new PatternNode.Beginning(),
            'z' or 'Z' => new PatternNode.End(),
            _ => Set(piece),
        };
    }

    private PatternNode Quantified(PatternNode atom)
    {
        if (IsAtEnd || Bounds() is not var (least, most)) return atom;
        // Lazy or not, the texts are the same.
        if (Follows("?")) _at++;
        if (least > MostRepeats || most > MostRepeats || most < least) Fail();
        return new PatternNode.Repeat(atom, least, most);
    }

    private (int Least, int? Most)? Bounds()
    {
        switch (_text[_at])
        {
            case '*':
                _at++;
                return (0, null);
            case '+':
                _at++;
                return (1, null);
            case '?':
                _at++;
                return (0, 1);
            case '{' when _text.IndexOf('}', _at) is > 0 and var close:
                var parts = _text[(_at + 1)..close].Split(',');
                if (parts.Length > 2 || !Number(parts[0], out var least)) return null;
                int? most = least;
                if (parts.Length == 2) most = parts[1].Length == 0 ? null : Number(parts[1], out var upper) ? upper : -1;
                if (most == -1) return null;
                _at = close + 1;
                return (least, most);
            default: return null;
        }
    }

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private bool Follows(string text) => string.CompareOrdinal(_text, _at, text, 0, text.Length) == 0;

    private PatternNode? Set(string piece) => CharSet.Matching(piece, _ignoreCase) is { } set ? new PatternNode.Characters(set) : Fail();

    private PatternNode? Fail()
    {
        _failed = true;
        return null;
    }
}
