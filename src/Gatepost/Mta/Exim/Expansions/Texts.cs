using System.Text;
using System.Text.RegularExpressions;
using Gatepost.Mta.Exim.Source;
using Gatepost.Mta.Patterns;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary>What the items of expansions do to texts (specification chapter 11, section 5).</summary>
internal static class Texts
{
    /// <summary><c>${extract{2}{:}{a:b}}</c>: the field of a number, from the end where it is negative; null where there is none.</summary>
    public static string? Field(int number, string separators, string text)
    {
        if (number == 0) return text;
        var fields = text.Split(separators.ToCharArray());
        if (separators.Length == 0) fields = [text];
        var index = number > 0 ? number - 1 : fields.Length + number;
        return index >= 0 && index < fields.Length ? fields[index] : null;
    }

    /// <summary><c>${extract{key}{a=1 key="2 3"}}</c>; null where there is no such key.</summary>
    public static string? Named(string key, string text)
    {
        key = key.Trim();
        for (var at = Skip(text, 0); at < text.Length; at = Skip(text, at))
        {
            var from = at;
            while (at < text.Length && text[at] != '=' && !char.IsWhiteSpace(text[at])) at++;
            var name = text.AsSpan(from, at - from);
            at = Skip(text, at);
            if (at < text.Length && text[at] == '=') at = Skip(text, at + 1);
            var before = at;
            var value = EximText.Word(text, ref at);
            if (name.Equals(key, StringComparison.OrdinalIgnoreCase)) return value;
            if (at == before && at == from) return null;
        }

        return null;
    }

    /// <summary><c>${listextract{2}{a:b}}</c>; null where there is no such item.</summary>
    public static string? ListExtract(string number, string list)
    {
        if (!int.TryParse(number.Trim(), out var n) || n == 0) return null;
        var items = EximText.Items(list);
        var index = n > 0 ? n - 1 : items.Count + n;
        return index >= 0 && index < items.Count ? items[index] : null;
    }

    /// <summary><c>${sg{text}{expression}{replacement}}</c>; in the replacement only groups are known.</summary>
    public static Expanded Substitute(string text, string expression, string replacement)
    {
        if (!ConfigPatterns.TryPcre(expression, false, out var pattern, out _)) return Expanded.Failed;
        var parts = Replacement(replacement);
        if (parts is null) return Expanded.Unknown;
        try
        {
            return Expanded.Of(pattern.Regex.Replace(text, match => string.Concat(parts.Select(p => p.Group is { } group ? match.Groups[group].Value : p.Text))));
        }
        catch (RegexMatchTimeoutException)
        {
            return Expanded.Unknown;
        }
    }

    /// <summary><c>${tr{text}{from}{to}}</c>.</summary>
    public static string Translate(string text, string from, string to)
    {
        if (to.Length == 0) return text;
        var result = new StringBuilder(text);
        for (var i = 0; i < result.Length; i++)
            if (from.LastIndexOf(result[i]) is >= 0 and var at) result[i] = to[Math.Min(at, to.Length - 1)];
        return result.ToString();
    }

    /// <summary><c>${substr{start}{length}{text}}</c>; a negative start counts from the end.</summary>
    public static Expanded Substring(string startText, string? lengthText, string text)
    {
        var length = -1;
        if (!int.TryParse(startText.Trim(), out var start) || (lengthText is not null && !int.TryParse(lengthText.Trim(), out length))) return Expanded.Failed;
        if (start < 0)
        {
            start += text.Length;
            if (start < 0) (start, length) = (0, Math.Max(0, length + start));
            else if (length < 0) (start, length) = (0, start);
        }
        else if (start > text.Length) (start, length) = (text.Length, 0);
        else if (length < 0) length = text.Length;

        return Expanded.Of(text.Substring(start, Math.Min(length, text.Length - start)));
    }

    /// <summary>A number with a K, M or G behind it; null where it is none. Blanks alone are 0.</summary>
    public static long? Number(string text)
    {
        if (text.Length > 0 && string.IsNullOrWhiteSpace(text)) return 0;
        var at = Skip(text, 0);
        var from = at;
        if (at < text.Length && text[at] is '-' or '+') at++;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        if (!long.TryParse(text.AsSpan(from, at - from), System.Globalization.NumberStyles.AllowLeadingSign, null, out var value)) return null;
        var factor = at >= text.Length ? 1 : char.ToLowerInvariant(text[at]) switch { 'k' => 1L << 10, 'm' => 1L << 20, 'g' => 1L << 30, _ => 0 };
        if (factor == 0) factor = 1;
        else if (at < text.Length) at++;
        if (Skip(text, at) < text.Length || Math.Abs((decimal)value * factor) > long.MaxValue) return null;
        return value * factor;
    }

    private static List<(int? Group, string Text)>? Replacement(string text)
    {
        var parts = new List<(int?, string)>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\\')
            {
                parts.Add((null, EximText.Escape(text, ref at).ToString()));
                continue;
            }

            if (text[at] != '$')
            {
                parts.Add((null, text[at++].ToString()));
                continue;
            }

            var braced = at + 1 < text.Length && text[at + 1] == '{';
            var from = at + (braced ? 2 : 1);
            at = from;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            if (at == from || !int.TryParse(text.AsSpan(from, at - from), out var group)) return null;
            if (braced && (at >= text.Length || text[at++] != '}')) return null;
            parts.Add((group, ""));
        }

        return parts;
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
