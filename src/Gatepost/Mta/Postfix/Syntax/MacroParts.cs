namespace Gatepost.Mta.Postfix.Syntax;

/// <summary>
/// Cuts a text into literal text and <c>$name</c>, <c>${…}</c>, <c>$(…)</c>; <c>$$</c> is a <c>$</c>. What main.cf's values and the results of pattern tables have in common.
/// </summary>
internal ref struct MacroParts(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    /// <summary>The part just read: literal text (one <c>$</c> of a <c>$$</c> is a part of its own), or what stands in a macro.</summary>
    public ReadOnlySpan<char> Part { get; private set; }

    /// <summary>True where the part is a macro.</summary>
    public bool IsMacro { get; private set; }

    /// <summary>What ended the reading early; null where nothing did.</summary>
    public string? Wrong { get; private set; }

    /// <summary>Reads the next part; false at the end and at a mistake.</summary>
    public bool Next()
    {
        if (_rest.IsEmpty || Wrong is not null) return false;
        IsMacro = _rest[0] == '$' && !_rest.StartsWith("$$");
        if (IsMacro) return NextMacro();
        var end = _rest[0] == '$' ? 1 : _rest.IndexOf('$') is >= 0 and var dollar ? dollar : _rest.Length;
        Part = _rest[..end];
        _rest = _rest[(Part is "$" ? 2 : end)..];
        return true;
    }

    private bool NextMacro()
    {
        var body = _rest[1..];
        var (open, close) = body.IsEmpty ? default : body[0] switch { '(' => ('(', ')'), '{' => ('{', '}'), _ => default };
        if (open == default)
        {
            var end = 0;
            while (end < body.Length && PostfixText.IsNameCharacter(body[end])) end++;
            Part = body[..end];
            _rest = body[end..];
        }
        else
        {
            var (level, end) = (0, 0);
            for (; end < body.Length; end++)
            {
                if (body[end] == open) level++;
                else if (body[end] == close && --level == 0) break;
            }

            if (end == body.Length)
            {
                Wrong = $"'{close}' is missing in \"{MainFile.Shorten(_rest)}\"";
                return false;
            }

            Part = body[1..end];
            _rest = body[(end + 1)..];
        }

        if (Part.IsEmpty) Wrong = "a name is missing after '$' (write $$ for the character itself)";
        return !Part.IsEmpty;
    }
}
