using System.Buffers;
using System.Text;

namespace Gatepost.Mta.Postfix.Syntax;

/// <summary>
/// Expands <c>$name</c>, <c>${name?{yes}:{no}}</c> and <c>${{a} == {b} ? {yes} : {no}}</c> as postconf(5) has it. Values are expanded in turn; loops and texts that grow
/// without end are mistakes, as they are to Postfix.
/// </summary>
/// <param name="lookup">The raw value of a name; null where it is not defined.</param>
/// <param name="version">The version whose syntax holds: braces and comparisons came with 3.0.</param>
internal sealed class Expander(Func<string, string?> lookup, int version)
{
    private const int Deepest = 100;
    private const int MostText = 1 << 20;
    private const int MostSteps = 1 << 16;

    private static readonly SearchValues<char> s_symbols = SearchValues.Create("<>!=?+-*/~&|%");
    private static readonly SearchValues<char> s_letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private readonly StringBuilder _result = new();
    private string? _wrong;
    private int _steps;

    /// <summary>Expands a text. Where something is wrong, what was expanded until there.</summary>
    public string Expand(string text, out string? wrong)
    {
        _result.Clear();
        (_wrong, _steps) = (null, 0);
        Parse(text, _result, 0);
        wrong = _wrong;
        return _result.ToString();
    }

    private void Parse(ReadOnlySpan<char> text, StringBuilder result, int depth)
    {
        var parts = new MacroParts(text);
        while (_wrong is null && parts.Next())
        {
            if (++_steps > MostSteps || result.Length > MostText) Fail("it expands to more than Postfix could hold");
            else if (!parts.IsMacro) result.Append(parts.Part);
            else if (depth > Deepest) Fail($"$-names call each other without end, at \"{MainFile.Shorten(parts.Part)}\"");
            else Macro(parts.Part, result, depth);
        }

        if (parts.Wrong is { } wrong) Fail(wrong);
    }

    private void Macro(ReadOnlySpan<char> text, StringBuilder result, int depth)
    {
        var rest = text;
        string? value;
        if (version >= 300 && Curly(text, out _))
        {
            value = Compare(ref rest, depth);
            if (_wrong is not null) return;
            if (!rest.IsEmpty && rest[0] is not ('?' or ':'))
            {
                Fail($"'?' or ':' is expected at \"{MainFile.Shorten(rest)}\"");
                return;
            }
        }
        else
        {
            if (!Name(ref rest, out var name)) return;
            value = lookup(name);
            if (rest.IsEmpty)
            {
                if (value is not null) Parse(value, result, depth + 1);
                return;
            }
        }

        if (rest.IsEmpty) result.Append(value);
        else Choose(!string.IsNullOrEmpty(value), rest, result, depth);
    }

    private bool Name(ref ReadOnlySpan<char> rest, out string name)
    {
        var trimmed = version >= 300 ? PostfixText.SkipSpace(rest) : rest;
        var end = 0;
        while (end < trimmed.Length && PostfixText.IsNameCharacter(trimmed[end])) end++;
        name = trimmed[..end].ToString();
        rest = version >= 300 ? PostfixText.SkipSpace(trimmed[end..]) : trimmed[end..];
        if (rest.IsEmpty || rest[0] is '?' or ':') return true;
        Fail($"\"{MainFile.Shorten(trimmed)}\" is no name");
        return false;
    }

    // What follows the name or the comparison: ?text, :text, ?{text}, ?{text}:{text}.
    private void Choose(bool holds, ReadOnlySpan<char> rest, StringBuilder result, int depth)
    {
        if (rest[0] == '?')
        {
            rest = rest[1..];
            if (!Operand(ref rest, out var yes)) return;
            if (holds) Parse(yes, result, depth + 1);
            if (rest.IsEmpty || _wrong is not null) return;
            if (rest[0] != ':')
            {
                Fail($"':' is expected at \"{MainFile.Shorten(rest)}\"");
                return;
            }
        }

        rest = rest[1..];
        if (!Operand(ref rest, out var no)) return;
        if (!holds) Parse(no, result, depth + 1);
        if (!rest.IsEmpty) Fail($"nothing is expected at \"{MainFile.Shorten(rest)}\"");
    }

    private bool Operand(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> operand)
    {
        if (version >= 300 && Curly(rest, out var curly)) return Payload(curly, out operand, out rest);
        operand = rest;
        rest = default;
        return true;
    }

    private string? Compare(ref ReadOnlySpan<char> rest, int depth)
    {
        Curly(rest, out var curly);
        if (!Payload(curly, out var left, out rest)) return null;
        var length = rest.IndexOfAnyExcept(s_symbols);
        var symbol = length < 0 ? rest : rest[..length];
        var after = rest[symbol.Length..];
        var suffix = after[..(after.IndexOfAnyExcept(s_letters) is >= 0 and var end ? end : after.Length)];
        if (symbol is not ("==" or "!=" or "<" or "<=" or ">=" or ">") || suffix is not ("" or "level"))
        {
            Fail($"a comparison (== != < <= >= >, <level and the like) is expected at \"{MainFile.Shorten(rest)}\"");
            return null;
        }

        rest = after[suffix.Length..];
        if (!Curly(rest, out curly))
        {
            Fail($"'{{' is expected at \"{MainFile.Shorten(rest)}\"");
            return null;
        }

        return Payload(curly, out var right, out rest) ? Compare(Inner(left, depth), symbol, Inner(right, depth), suffix is "level") : null;
    }

    private string? Compare(string left, ReadOnlySpan<char> symbol, string right, bool levels)
    {
        if (_wrong is not null) return null;
        var order = levels ? CompatibilityLevel.Compare(left, right) : Order(left, right);
        if (order is null) Fail($"\"{left}\" or \"{right}\" is no compatibility level");
        var holds = symbol switch { "==" => order == 0, "!=" => order != 0, "<" => order < 0, "<=" => order <= 0, ">=" => order >= 0, _ => order > 0 };
        return holds ? "true" : "";
    }

    private static int? Order(string left, string right) =>
        IsNumber(left) && IsNumber(right) && long.TryParse(left, out var a) && long.TryParse(right, out var b) ? a.CompareTo(b) : string.CompareOrdinal(left, right);

    private static bool IsNumber(string text) => text.Length > 0 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private string Inner(ReadOnlySpan<char> text, int depth)
    {
        var inner = new StringBuilder();
        Parse(text, inner, depth + 1);
        return inner.ToString();
    }

    private static bool Curly(ReadOnlySpan<char> text, out ReadOnlySpan<char> curly)
    {
        curly = text.TrimStart(PostfixText.Blanks);
        return curly.StartsWith('{');
    }

    // The text in the braces that curly begins with; rest is what follows them.
    private bool Payload(ReadOnlySpan<char> curly, out ReadOnlySpan<char> payload, out ReadOnlySpan<char> rest)
    {
        var length = PostfixText.Balanced(curly);
        payload = rest = default;
        if (length == 0)
        {
            Fail($"'}}' is missing in \"{MainFile.Shorten(curly)}\"");
            return false;
        }

        payload = curly[1..(length - 1)];
        rest = curly[length..].TrimStart(PostfixText.Blanks);
        return true;
    }

    private void Fail(string wrong) => _wrong ??= wrong;
}
