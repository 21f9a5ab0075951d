using System.Text;

namespace Gatepost.Mta.Patterns;

/// <summary>The dialects, written in that of .NET.</summary>
public static partial class ConfigPatterns
{
    private static string Pcre(string pattern) => Translate(pattern, posix: false);

    /// <summary>A POSIX bracket expression for .NET.</summary>
    internal static string Bracket(string bracket)
    {
        var text = new StringBuilder();
        Bracket(bracket, 0, posix: true, text);
        return text.ToString();
    }

    private static string Translate(string pattern, bool posix)
    {
        var text = new StringBuilder(pattern.Length + 16);
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            switch (c)
            {
                case '\\' when i + 1 < pattern.Length:
                    i++;
                    text.Append(Escaped(pattern[i], posix));
                    break;
                case '[':
                    i = Bracket(pattern, i, posix, text);
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return text.ToString();
    }

    private static string Escaped(char c, bool posix) => c switch
    {
        '<' or '>' when posix => @"\b",
        'h' when !posix => @"[ \t]",
        'd' => "[0-9]",
        'w' => "[A-Za-z0-9_]",
        'Z' => @"\z",
        _ => "\\" + c,
    };

    // A bracket expression: POSIX classes inside, and in POSIX a backslash is itself.
    private static int Bracket(string pattern, int at, bool posix, StringBuilder text)
    {
        at++;
        text.Append('[');
        if (at < pattern.Length && pattern[at] == '^')
        {
            text.Append('^');
            at++;
        }

        for (var first = true; at < pattern.Length; at++, first = false)
        {
            var c = pattern[at];
            if (c == ']' && !first)
            {
                text.Append(']');
                return at;
            }

            if (c == '[' && at + 1 < pattern.Length && pattern[at + 1] == ':' && pattern.IndexOf(":]", at + 2, StringComparison.Ordinal) is > 0 and var end)
            {
                text.Append(PosixClass(pattern[(at + 2)..end]));
                at = end + 1;
                continue;
            }

            if (c == '\\' && !posix && at + 1 < pattern.Length)
            {
                at++;
                text.Append(pattern[at] switch { 'd' => "0-9", 'w' => "A-Za-z0-9_", var other => "\\" + other });
                continue;
            }

            text.Append(c switch { '\\' => @"\\", '[' => @"\[", ']' => @"\]", _ => c.ToString() });
        }

        // Not closed: let the expression be refused.
        return at;
    }

    private static string PosixClass(string name) => name switch
    {
        "alpha" => "A-Za-z",
        "digit" => "0-9",
        "alnum" => "A-Za-z0-9",
        "upper" => "A-Z",
        "lower" => "a-z",
        "space" => @"\s",
        "blank" => @" \t",
        "punct" => @"!-/:-@\[-`{-~",
        "xdigit" => "0-9A-Fa-f",
        "word" => "A-Za-z0-9_",
        "print" => " -~",
        "graph" => "!-~",
        "cntrl" => @"\x00-\x1f\x7f",
        _ => "",
    };
}
