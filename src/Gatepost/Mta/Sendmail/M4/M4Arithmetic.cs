namespace Gatepost.Mta.Sendmail.M4;

/// <summary>m4's <c>eval</c>: whole numbers, comparisons, <c>&amp;&amp;</c>, <c>||</c>, <c>!</c>, <c>+ - * / %</c> and brackets. What it cannot read counts as 0.</summary>
internal ref struct M4Arithmetic
{
    private const int MostDepth = 64;
    private static readonly string[][] s_levels = [["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"]];

    private ReadOnlySpan<char> _text;
    private int _depth;

    public static long Evaluate(string text)
    {
        var reader = new M4Arithmetic { _text = text };
        return reader.Level(0);
    }

    private long Level(int level)
    {
        if (level == s_levels.Length) return Unary();
        var left = Level(level + 1);
        while (Operator(s_levels[level]) is { } op) left = Apply(op, left, Level(level + 1));
        return left;
    }

    private string? Operator(string[] operators)
    {
        _text = _text.TrimStart();
        foreach (var op in operators)
        {
            if (!_text.StartsWith(op)) continue;
            _text = _text[op.Length..];
            return op;
        }

        return null;
    }

    private long Unary()
    {
        _text = _text.TrimStart();
        if (_text.IsEmpty || ++_depth > MostDepth) return 0;
        var c = _text[0];
        if (c is '!' or '-' or '+' or '(') _text = _text[1..];
        switch (c)
        {
            case '!': return Unary() == 0 ? 1 : 0;
            case '-': return -Unary();
            case '+': return Unary();
            case '(':
                var inner = Level(0);
                Operator([")"]);
                return inner;
        }

        var digits = 0;
        while (digits < _text.Length && char.IsAsciiDigit(_text[digits])) digits++;
        var number = long.TryParse(_text[..digits], out var n) ? n : 0;
        _text = digits == 0 ? default : _text[digits..];
        return number;
    }

    private static long Apply(string op, long a, long b) => op switch
    {
        "||" => a != 0 || b != 0 ? 1 : 0,
        "&&" => a != 0 && b != 0 ? 1 : 0,
        "==" => a == b ? 1 : 0,
        "!=" => a != b ? 1 : 0,
        "<=" => a <= b ? 1 : 0,
        ">=" => a >= b ? 1 : 0,
        "<" => a < b ? 1 : 0,
        ">" => a > b ? 1 : 0,
        "+" => unchecked(a + b),
        "-" => unchecked(a - b),
        "*" => unchecked(a * b),
        "/" => b is 0 or -1 ? 0 : a / b,
        "%" => b is 0 or -1 ? 0 : a % b,
        _ => 0,
    };
}
