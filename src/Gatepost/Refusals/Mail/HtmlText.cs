using System.Text;

namespace Gatepost.Refusals.Mail;

/// <summary>HTML to plain text in one pass: tags go, blocks become lines, script, style, title and comments are left out, entities are read.</summary>
internal static class HtmlText
{
    private static readonly string[] s_blocks =
    [
        "br", "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "hr", "body", "dt", "dd",
    ];

    private static readonly string[] s_silent = ["script", "style", "title"];

    /// <summary>The text of an HTML document; runs of blanks become one, and lines are trimmed.</summary>
    public static string Strip(string html)
    {
        var output = new StringBuilder(html.Length / 2);
        var rest = html.AsSpan();
        var isPre = false;
        // Counted from the end: beyond this no tag closes, and none is looked for.
        var afterLast = html.Length - 1 - html.LastIndexOf('>');
        while (!rest.IsEmpty)
        {
            var next = rest.IndexOfAny('<', '&');
            if (next < 0) next = rest.Length;
            Append(output, rest[..next], isPre);
            rest = rest[next..];
            if (rest.IsEmpty) break;
            rest = rest[0] == '&' ? Entity(output, rest) : Tag(output, rest, rest.Length > afterLast, ref isPre);
        }

        return output.ToString().Trim();
    }

    private static void Append(StringBuilder output, ReadOnlySpan<char> text, bool isPre)
    {
        if (isPre)
        {
            output.Append(text);
            return;
        }

        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\n' or '\r' or '\u00A0')) output.Append(c);
            else if (output.Length > 0 && output[^1] is not (' ' or '\n')) output.Append(' ');
        }
    }

    private static ReadOnlySpan<char> Entity(StringBuilder output, ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, 12)].IndexOf(';');
        if (end > 1 && HtmlEntities.TryRead(rest[1..end], out var rune))
        {
            if (rune.Value == 0xA0) output.Append(' ');
            else output.Append(rune);
            return rest[(end + 1)..];
        }

        output.Append('&');
        return rest[1..];
    }

    private static ReadOnlySpan<char> Tag(StringBuilder output, ReadOnlySpan<char> rest, bool canClose, scoped ref bool isPre)
    {
        if (rest.StartsWith("<!--"))
        {
            var close = rest.IndexOf("-->");
            return close < 0 ? [] : rest[(close + 3)..];
        }

        var isTag = rest.Length > 1 && (char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!' or '?');
        var end = isTag && canClose ? rest.IndexOf('>') : -1;
        // An address in angle brackets is text that somebody forgot to escape.
        if (end < 0 || (end < 330 && char.IsAsciiLetter(rest[1]) && rest[1..end].Contains('@') && !rest[1..end].ContainsAny(' ', '=')))
        {
            output.Append('<');
            return rest[1..];
        }

        var isClosing = rest[1] == '/';
        var name = rest[(isClosing ? 2 : 1)..end];
        var stop = name.IndexOfAny(" \t\r\n/");
        if (stop >= 0) name = name[..stop];
        var after = rest[(end + 1)..];
        if (!isClosing && IsOneOf(name, s_silent)) return SkipTo(after, name);
        if (name.Equals("pre", StringComparison.OrdinalIgnoreCase)) isPre = !isClosing;
        if (IsOneOf(name, s_blocks)) BreakLine(output);
        else if (name.Equals("td", StringComparison.OrdinalIgnoreCase)) Append(output, " ", false);
        return after;
    }

    private static ReadOnlySpan<char> SkipTo(ReadOnlySpan<char> text, ReadOnlySpan<char> name)
    {
        for (var from = 0; ;)
        {
            var at = text[from..].IndexOf("</");
            if (at < 0) return [];
            from += at + 2;
            if (text[from..].StartsWith(name, StringComparison.OrdinalIgnoreCase)) return text[(from - 2)..];
        }
    }

    private static void BreakLine(StringBuilder output)
    {
        while (output.Length > 0 && output[^1] == ' ') output.Length--;
        if (output.Length > 0 && !(output.Length > 1 && output[^1] == '\n' && output[^2] == '\n')) output.Append('\n');
    }

    private static bool IsOneOf(ReadOnlySpan<char> name, string[] names)
    {
        if (name.Length > 10) return false;
        foreach (var one in names)
            if (name.Equals(one, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
