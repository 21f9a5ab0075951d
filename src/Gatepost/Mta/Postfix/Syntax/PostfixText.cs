namespace Gatepost.Mta.Postfix.Syntax;

/// <summary>The small grammar that all of Postfix's configuration shares: white space, words, <c>{ }</c> that holds words together, <c>name = value</c>.</summary>
internal static class PostfixText
{
    /// <summary>What separates words.</summary>
    public const string Blanks = " \t\r\n";

    /// <summary>What separates the words of most lists.</summary>
    public const string CommaBlanks = ", \t\r\n";

    public static bool IsSpace(char c) => c is ' ' or (>= '\t' and <= '\r');

    public static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    public static ReadOnlySpan<char> SkipSpace(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && IsSpace(text[at])) at++;
        return text[at..];
    }

    public static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && IsSpace(text[end - 1])) end--;
        return text[..end];
    }

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => TrimEnd(SkipSpace(text));

    /// <summary>How long the <c>{…}</c> is that the text begins with; 0 where there is none or it has no end.</summary>
    public static int Balanced(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '{') return 0;
        var level = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{') level++;
            else if (text[i] == '}' && --level == 0) return i + 1;
        }

        return 0;
    }

    /// <summary>Takes the next word off a text, in which separators within <c>{ }</c> do not count; false where there is none left.</summary>
    public static bool NextWord(ref ReadOnlySpan<char> rest, ReadOnlySpan<char> separators, out ReadOnlySpan<char> word)
    {
        rest = rest.TrimStart(separators);
        var level = 0;
        var end = 0;
        for (; end < rest.Length; end++)
        {
            var c = rest[end];
            if (c == '{') level++;
            else if (level > 0 && c == '}') level--;
            else if (level == 0 && separators.Contains(c)) break;
        }

        word = rest[..end];
        rest = end < rest.Length ? rest[(end + 1)..] : default;
        return end > 0;
    }

    /// <summary>All words of a text.</summary>
    public static List<string> Words(ReadOnlySpan<char> text, ReadOnlySpan<char> separators)
    {
        List<string> words = [];
        while (NextWord(ref text, separators, out var word)) words.Add(word.ToString());
        return words;
    }

    /// <summary>What a <c>{ … }</c> holds, without the white space at its ends; what is wrong with it, or null.</summary>
    public static string? Unwrap(ReadOnlySpan<char> text, out ReadOnlySpan<char> inner)
    {
        var length = Balanced(text);
        inner = length == 0 ? Trim(text.StartsWith('{') ? text[1..] : text) : Trim(text[1..(length - 1)]);
        if (length == text.Length && length > 0) return null;
        return !text.StartsWith('{') ? "it does not begin with '{'" : length == 0 ? "its '}' is missing" : $"'{text[length..]}' stands after its '}}'";
    }

    /// <summary>Splits <c>name = value</c>; what is wrong with it, or null.</summary>
    public static string? SplitNameValue(ReadOnlySpan<char> text, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = value = default;
        text = SkipSpace(text);
        if (text.IsEmpty || text[0] == '=') return "the name is missing";
        var end = 0;
        while (end < text.Length && !IsSpace(text[end]) && text[end] != '=') end++;
        var rest = SkipSpace(text[end..]);
        if (rest.IsEmpty || rest[0] != '=') return "'=' is missing after the name";
        name = text[..end];
        value = Trim(rest[1..]);
        return null;
    }
}
