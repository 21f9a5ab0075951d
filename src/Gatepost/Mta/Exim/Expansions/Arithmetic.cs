namespace Gatepost.Mta.Exim.Expansions;

/// <summary><c>${eval:…}</c>: sums, products and brackets of whole numbers.</summary>
internal sealed class Arithmetic
{
    private readonly string _text;
    private int _at;
    private bool _isBroken;
    private int _depth;

    private Arithmetic(string text) => _text = text;

    /// <summary>The value; null where it is no expression of these.</summary>
    public static long? Evaluate(string text)
    {
        var arithmetic = new Arithmetic(text);
        var value = arithmetic.Sum();
        return arithmetic._isBroken || arithmetic._at < text.Length ? null : value;
    }

    private long Sum()
    {
        var value = Product();
        while (!_isBroken)
            if (Take('+')) value = unchecked(value + Product());
            else if (Take('-')) value = unchecked(value - Product());
            else break;
        return value;
    }

    private long Product()
    {
        var value = Unary();
        while (!_isBroken)
            if (Take('*')) value = unchecked(value * Unary());
            else if (Take('/')) value = Divided(value, Unary(), false);
            else if (Take('%')) value = Divided(value, Unary(), true);
            else break;
        return value;
    }

    private long Divided(long value, long by, bool rest)
    {
        if (by is not (0 or -1)) return rest ? value % by : value / by;
        if (by == 0) _isBroken = true;
        return rest ? 0 : unchecked(-value);
    }

    private long Unary()
    {
        if (++_depth > 50) _isBroken = true;
        long value = 0;
        if (_isBroken) return value;
        if (Take('-')) value = unchecked(-Unary());
        else if (Take('+')) value = Unary();
        else if (Take('('))
        {
            value = Sum();
            if (!Take(')')) _isBroken = true;
        }
        else value = Number();
        _depth--;
        return value;
    }

    private long Number()
    {
        Skip();
        var from = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at])) _at++;
        // A leading zero makes it octal.
        if (_at == from || !long.TryParse(_text.AsSpan(from, _at - from), out var value) || (_text[from] == '0' && _at - from > 1))
        {
            _isBroken = true;
            return 0;
        }

        var factor = _at >= _text.Length ? 1 : char.ToLowerInvariant(_text[_at]) switch { 'k' => 1L << 10, 'm' => 1L << 20, 'g' => 1L << 30, _ => 0 };
        if (factor > 1) _at++;
        Skip();
        return unchecked(value * Math.Max(1, factor));
    }

    private bool Take(char c)
    {
        Skip();
        if (_at >= _text.Length || _text[_at] != c) return false;
        _at++;
        Skip();
        return true;
    }

    private void Skip()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }
}
