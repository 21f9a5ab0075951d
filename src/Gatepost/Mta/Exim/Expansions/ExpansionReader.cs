using System.Collections.Immutable;
using System.Text;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary>
/// Reads a string with <c>$</c> and backslashes (specification chapter 11). One with a mistake in it fails as a whole, as in Exim; what is no
/// mistake and not modelled is known to the outside only.
/// </summary>
internal sealed partial class ExpansionReader
{
    private const int Deepest = 40;

    private readonly ExpansionContext _context;
    private readonly Cursor _cursor;
    private readonly Origin _origin;
    private string? _mistake;
    private int _depth;

    private ExpansionReader(ExpansionContext context, string text, Origin origin) => (_context, _cursor, _origin) = (context, new Cursor(text), origin);

    /// <summary>Reads one; a mistake is a problem of the configuration.</summary>
    public static Expansion Read(ExpansionContext context, string text, Origin origin)
    {
        if (text.AsSpan().IndexOfAny('$', '\\') < 0) return new Literal(text);
        if (!context.World.Budget.Take()) return new OutsideExpansion();
        var reader = new ExpansionReader(context, text, origin);
        var expansion = reader.Text(inBraces: false);
        if (reader._mistake is null) return expansion;
        context.World.Findings.Add(new ConfigProblem(origin, ConfigProblemKind.Syntax, $"\"{Shorten.To(text)}\" cannot be expanded: {reader._mistake}; Exim answers 451 where it gets there", null));
        return new Literal(Expanded.Failed);
    }

    private static OutsideExpansion Outside => new();

    // Text up to the end, or up to the closing brace, which is left standing.
    private Expansion Text(bool inBraces, bool honoursDollar = true)
    {
        var parts = ImmutableArray.CreateBuilder<Expansion>();
        var plain = new StringBuilder();
        if (++_depth > Deepest) Fail("it is nested too deeply");
        while (!_cursor.IsEnd && _mistake is null)
        {
            var c = _cursor.Current;
            if (c == '\\') Backslash(plain);
            else if (inBraces && c == '}') break;
            else if (c == '$' && honoursDollar)
            {
                if (plain.Length > 0) parts.Add(new Literal(plain.ToString()));
                plain.Clear();
                _cursor.At++;
                parts.Add(Dollar());
            }
            else
            {
                plain.Append(c);
                _cursor.At++;
            }
        }

        _depth--;
        if (plain.Length > 0 || parts.Count == 0) parts.Add(new Literal(plain.ToString()));
        return parts.Count == 1 ? parts[0] : new Concatenation(parts.ToImmutable());
    }

    private void Backslash(StringBuilder plain)
    {
        if (_cursor.Next == 'N')
        {
            var from = _cursor.At + 2;
            var end = _cursor.Text.IndexOf("\\N", from, StringComparison.Ordinal);
            plain.Append(_cursor.Text, from, (end < 0 ? _cursor.Text.Length : end) - from);
            _cursor.At = end < 0 ? _cursor.Text.Length : end + 2;
            return;
        }

        if (_cursor.Next == '\0')
        {
            Fail("a backslash at its end");
            return;
        }

        var at = _cursor.At;
        plain.Append(EximText.Escape(_cursor.Text, ref at));
        _cursor.At = at;
    }

    private Expansion Dollar()
    {
        if (char.IsAsciiLetter(_cursor.Current)) return Variable(_cursor.Name("_"), inBraces: false);
        if (char.IsAsciiDigit(_cursor.Current)) return new ScopeExpansion(Number());
        if (!_cursor.Take('{')) return Fail("a $ that no letter, digit or { follows");
        if (char.IsAsciiDigit(_cursor.Current))
        {
            var group = new ScopeExpansion(Number());
            return _cursor.Take('}') ? group : Fail("a } is missing");
        }

        if (!char.IsAsciiLetter(_cursor.Current)) return Fail("a letter or digit is missing behind ${");
        var name = _cursor.Name("_-");
        return Item(name) ?? OperatorOrVariable(name);
    }

    private Expansion OperatorOrVariable(string name)
    {
        if (_cursor.Take(':'))
        {
            if (IsHeader(name)) return _cursor.SkipBraces() ? Outside : Fail("a } is missing");
            var argument = Text(inBraces: true);
            return _cursor.Take('}') ? Operator(name, argument) : Fail("a } is missing");
        }

        var variable = Variable(name, inBraces: true);
        _cursor.SkipBlanks();
        return _cursor.Take('}') ? variable : Fail($"${{{name} is neither a variable nor a known item");
    }

    private int Number()
    {
        var digits = _cursor.Name("");
        return int.TryParse(digits, out var number) ? number : int.MaxValue;
    }

    private Literal Fail(string mistake)
    {
        _mistake ??= mistake;
        return new Literal(Expanded.Failed);
    }

    // A string in braces.
    private Expansion Argument(bool honoursDollar = true)
    {
        if (!_cursor.TakeAfterBlanks('{')) return Fail("a { is missing");
        var argument = Text(inBraces: true, honoursDollar);
        return _cursor.Take('}') ? argument : Fail("a } is missing");
    }

    // Some strings, each in braces.
    private ImmutableArray<Expansion> Arguments(int count)
    {
        var all = ImmutableArray.CreateBuilder<Expansion>(count);
        for (var i = 0; i < count && _mistake is null; i++) all.Add(Argument());
        return all.ToImmutable();
    }

    private bool IsArgument()
    {
        _cursor.SkipBlanks();
        return _cursor.Current == '{';
    }

    // {yes} {no}, {yes} fail, {yes}, or nothing; then the closing brace of the item.
    private (Expansion Yes, Expansion No) YesNo(Expansion byDefault)
    {
        Expansion yes = byDefault, no = new Literal("");
        if (IsArgument())
        {
            yes = Argument();
            if (IsArgument()) no = Argument();
            else if (char.IsAsciiLetter(_cursor.Current))
                no = _cursor.Name("_") == "fail" ? new Literal(Expanded.Forced) : Fail("only \"fail\" may stand for the second string");
        }

        if (!_cursor.TakeAfterBlanks('}')) Fail("a } is missing");
        return (yes, no);
    }

    private static bool IsHeader(string name) =>
        name is "h" or "rh" or "bh" or "lh" or "header" or "rheader" or "bheader" or "lheader"
        || name.StartsWith("h_", StringComparison.Ordinal) || name.StartsWith("rh_", StringComparison.Ordinal) || name.StartsWith("bh_", StringComparison.Ordinal)
        || name.StartsWith("lh_", StringComparison.Ordinal) || name.StartsWith("header_", StringComparison.Ordinal) || name.StartsWith("rheader_", StringComparison.Ordinal)
        || name.StartsWith("bheader_", StringComparison.Ordinal) || name.StartsWith("lheader_", StringComparison.Ordinal);
}
