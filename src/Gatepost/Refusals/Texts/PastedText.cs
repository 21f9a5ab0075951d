using System.Net;
using System.Text;

namespace Gatepost.Refusals.Texts;

/// <summary>Takes off what pasting puts around a text: markup, entities, quotation marks of replies, list bullets. Lines keep their numbers.</summary>
internal static class PastedText
{
    private const char Break = '\u2028';

    private static readonly string[] BreakingTags = ["br", "p", "div", "tr", "li", "ul", "ol", "pre", "table", "h1", "h2", "h3", "blockquote", "body", "html", "head", "title", "hr", "dd", "dt"];
    private static readonly string[] OtherTags =
        ["b", "i", "u", "a", "em", "strong", "span", "font", "td", "th", "tbody", "code", "tt", "kbd", "small", "big", "center", "img", "meta", "link", "style", "script", "o:p", "samp", "s", "sup"];

    /// <summary>The text cleaned; the same instance where there was nothing to clean.</summary>
    public static string Clean(string text)
    {
        if (text.Contains('<') && HasMarkup(text)) text = WithoutTags(text);
        if (text.Contains('&') && text.Contains(';')) text = WebUtility.HtmlDecode(text);
        return text;
    }

    /// <summary>The line without quotation marks of replies, list bullets and blanks.</summary>
    public static ReadOnlySpan<char> Unquote(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        while (line.Length > 1)
        {
            var c = line[0];
            if (c == '>' || (c is '|' or '*' or '-' or '\u2022' or '\u00b7' or '\u2013' or '\u25cf' or '\u2192' && line[1] is ' ' or '\t')) line = line[1..].TrimStart();
            else if (BulletLength(line) is var bullet and > 0) line = line[bullet..].TrimStart();
            else break;
        }

        return line;
    }

    private static int BulletLength(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && line[digits] is '.' or ')' && digits + 1 < line.Length && line[digits + 1] == ' ' ? digits + 2 : 0;
    }

    private static bool HasMarkup(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('<'); at >= 0;)
        {
            if (TagLength(text[at..], out _) > 0) return true;
            var next = text[(at + 1)..].IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static string WithoutTags(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var at = text.IndexOf('<');
            if (at < 0) break;
            clean.Append(text[..at]);
            text = text[at..];
            var length = TagLength(text, out var isBreak);
            if (length == 0)
            {
                clean.Append('<');
                text = text[1..];
                continue;
            }

            // Line ends inside a tag stay, so that lines keep their numbers.
            if (isBreak) clean.Append(Break);
            foreach (var c in text[..length])
                if (c is '\n' or '\r') clean.Append(c);
            text = text[length..];
        }

        return clean.Append(text).ToString();
    }

    private static int TagLength(ReadOnlySpan<char> text, out bool isBreak)
    {
        isBreak = false;
        if (text.StartsWith("<!--") || text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)) return End(text);
        var start = text.Length > 1 && text[1] == '/' ? 2 : 1;
        var end = start;
        while (end < text.Length && end < start + 11 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == ':')) end++;
        if (end == start || end >= text.Length || text[end] is not ('>' or ' ' or '/' or '\n' or '\r' or '\t')) return 0;
        isBreak = IsOneOf(text[start..end], BreakingTags);
        return isBreak || IsOneOf(text[start..end], OtherTags) ? End(text) : 0;
    }

    private static bool IsOneOf(ReadOnlySpan<char> name, string[] tags)
    {
        foreach (var tag in tags)
            if (name.Equals(tag, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static int End(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, 4096)].IndexOf('>');
        return end < 0 ? 0 : end + 1;
    }
}
