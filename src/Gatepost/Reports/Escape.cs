using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Gatepost.Reports;

/// <summary>
/// Makes hostile text safe to show. Everything that comes from mail, logs or the network passes through here on its way
/// out: no control character, no terminal sequence, no character that turns the direction of writing or has no width
/// ever reaches an output. Such a character is shown as <c>\u{1b}</c>, so that it is seen and nothing is lost.
/// </summary>
public static class Escape
{
    /// <summary>One line of text for a terminal, a log or a file: each unsafe character as <c>\u{hex}</c>, a tab as a blank.</summary>
    public static string Line(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var at = FirstUnsafe(text);
        if (at < 0) return text;
        var safe = new StringBuilder(text.Length + 16);
        AppendFrom(safe, text, at);
        return safe.ToString();
    }

    /// <summary>As <see cref="Line(string)"/>, cut to at most <paramref name="length"/> characters with an ellipsis.</summary>
    public static string Line(string? text, int length)
    {
        var safe = Line(text);
        if (safe.Length <= length) return safe;
        var end = length - 1;
        if (end > 0 && char.IsHighSurrogate(safe[end - 1])) end--;
        return string.Concat(safe.AsSpan(0, end), "…");
    }

    /// <summary>Text for HTML, in content and in quoted attributes.</summary>
    public static string Html(string? text) => WebUtility.HtmlEncode(Line(text));

    /// <summary>Text for Markdown that shows itself and marks nothing up.</summary>
    public static string Markdown(string? text)
    {
        var line = Line(text);
        if (line.AsSpan().IndexOfAny(MarkdownMarks) < 0) return line;
        var safe = new StringBuilder(line.Length + 16);
        foreach (var c in line)
        {
            if (c == '<') safe.Append("&lt;");
            else if (c == '>') safe.Append("&gt;");
            else if (c == '&') safe.Append("&amp;");
            else
            {
                if (MarkdownMarks.Contains(c)) safe.Append('\\');
                safe.Append(c);
            }
        }

        return safe.ToString();
    }

    /// <summary>Text as Markdown code: the run of backticks around it is longer than any inside.</summary>
    public static string MarkdownCode(string? text)
    {
        var line = Line(text);
        var longest = 0;
        for (int i = 0, run = 0; i < line.Length; i++)
        {
            run = line[i] == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        var pad = longest > 0 || line.StartsWith(' ') || line.Length == 0 ? " " : "";
        return fence + pad + line + pad + fence;
    }

    /// <summary>
    /// A JSON string literal with its quotes, for text that holds what a JSON writer would let through (see
    /// <see cref="FirstUnsafe"/>); a lone surrogate, which JSON cannot hold, becomes U+FFFD.
    /// </summary>
    public static string Json(string text)
    {
        var json = new StringBuilder(text.Length + 16).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var size = UnsafeAt(text, i, out var unsafeHere);
            if (!unsafeHere && text[i] is '"' or '\\') json.Append('\\').Append(text[i]);
            else if (!unsafeHere) json.Append(text, i, size);
            else if (size == 1 && char.IsSurrogate(text[i])) json.Append("\\ufffd");
            else
                for (var k = 0; k < size; k++) json.Append("\\u").Append(((int)text[i + k]).ToString("x4"));
            i += size - 1;
        }

        return json.Append('"').ToString();
    }

    /// <summary>Index of the first character that may not be shown as it is; -1 where there is none.</summary>
    public static int FirstUnsafe(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyExceptInRange(' ', '~');
        if (start < 0) return -1;
        for (var i = start; i < text.Length;)
        {
            var size = UnsafeAt(text, i, out var unsafeHere);
            if (unsafeHere) return i;
            i += size;
        }

        return -1;
    }

    // All of Cc and Cf (with the bidi controls, the zero-width characters, the tags), Zl, Zp, lone surrogates, and
    // letters that are drawn as nothing.
    private static bool IsUnsafe(int rune) =>
        rune is < 0x20 or 0x7f or 0x34f or 0x115f or 0x1160 or 0x17b4 or 0x17b5 or 0x3164 or 0xffa0
        || (rune > 0x7f && CharUnicodeInfo.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);

    private static int UnsafeAt(ReadOnlySpan<char> text, int i, out bool isUnsafe)
    {
        int rune = text[i];
        var size = 1;
        if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            (rune, size) = (char.ConvertToUtf32(text[i], text[i + 1]), 2);
        isUnsafe = IsUnsafe(rune);
        return size;
    }

    private static void AppendFrom(StringBuilder safe, string text, int at)
    {
        safe.Append(text, 0, at);
        for (var i = at; i < text.Length;)
        {
            var size = UnsafeAt(text, i, out var unsafeHere);
            if (!unsafeHere) safe.Append(text, i, size);
            else if (text[i] == '\t') safe.Append(' ');
            else safe.Append("\\u{").Append((size == 2 ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i]).ToString("x")).Append('}');
            i += size;
        }
    }

    private static readonly SearchValues<char> MarkdownMarks = SearchValues.Create("\\`*_[]<>#|~&");
}
