using System.Text;

namespace Gatepost.Mta.Exim.Source;

/// <summary>How Exim writes strings: backslash escapes, quotes, and lists with separators.</summary>
internal static class EximText
{
    /// <summary>Reads the escape at <paramref name="at"/> (a backslash with a character behind it) and moves past it.</summary>
    public static char Escape(ReadOnlySpan<char> text, ref int at)
    {
        at++;
        if (at >= text.Length) return '\\';
        var c = text[at++];
        switch (c)
        {
            case >= '0' and <= '7':
                var value = c - '0';
                for (var i = 0; i < 2 && at < text.Length && text[at] is >= '0' and <= '7'; i++) value = (value * 8) + text[at++] - '0';
                return (char)(value & 0xff);
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'v': return '\v';
            case 'x':
                var hex = 0;
                for (var i = 0; i < 2 && at < text.Length && char.IsAsciiHexDigit(text[at]); i++) hex = (hex * 16) + Convert.ToInt32(text[at++].ToString(), 16);
                return (char)hex;
            default: return c;
        }
    }

    /// <summary>The value of an option: where it begins with a quote, what stands inside the quotes.</summary>
    public static string Dequote(string value)
    {
        var at = 0;
        return value.StartsWith('"') ? Word(value, ref at) : value;
    }

    /// <summary>The next word, or quoted string, of a line; moves past it.</summary>
    public static string Word(string line, ref int at)
    {
        if (at >= line.Length) return "";
        if (line[at] != '"')
        {
            var from = at;
            while (at < line.Length && !char.IsWhiteSpace(line[at])) at++;
            return line[from..at];
        }

        var text = new StringBuilder();
        at++;
        while (at < line.Length && line[at] != '"')
            if (line[at] == '\\') text.Append(Escape(line, ref at));
            else text.Append(line[at++]);
        if (at < line.Length) at++;
        return text.ToString();
    }

    /// <summary>
    /// The items of a list: separated by colons or what <c>&lt;x</c> at its start says, a doubled separator stands for itself, blanks around items do
    /// not count. An empty item at the very end is none.
    /// </summary>
    public static List<string> Items(string list, char separator = ':')
    {
        var items = new List<string>();
        var at = 0;
        Skip(list, ref at, separator);
        if (at + 1 < list.Length && list[at] == '<' && (char.IsPunctuation(list[at + 1]) || char.IsSymbol(list[at + 1]) || char.IsControl(list[at + 1])))
        {
            separator = list[at + 1];
            at += 2;
        }

        var special = char.IsControl(separator);
        while (true)
        {
            Skip(list, ref at, separator);
            if (at >= list.Length) return items;
            var item = new StringBuilder();
            if (list[at] == separator && (special || at + 1 >= list.Length || list[at + 1] != separator))
            {
                at++;
                items.Add("");
                continue;
            }

            while (at < list.Length)
            {
                if (list[at] == separator)
                {
                    at++;
                    if (special || at >= list.Length || list[at] != separator) break;
                }

                item.Append(list[at++]);
            }

            items.Add(Trimmed(item));
        }
    }

    private static void Skip(string list, ref int at, char separator)
    {
        while (at < list.Length && char.IsWhiteSpace(list[at]) && list[at] != separator) at++;
    }

    // A blank behind a backslash stays.
    private static string Trimmed(StringBuilder item)
    {
        while (item.Length > 0 && char.IsWhiteSpace(item[^1]) && (item.Length == 1 || item[^2] != '\\')) item.Length--;
        return item.ToString();
    }
}
