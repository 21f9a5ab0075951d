using System.Text;

namespace Gatepost.Mta.Postfix.Tables;

/// <summary>Basic regular expressions, in which <c>( ) { } | + ?</c> are themselves and mean something after a backslash, as GNU has them.</summary>
internal static class BasicPattern
{
    private const string Turned = "(){}|+?";

    /// <summary>The same as an extended expression.</summary>
    public static string ToExtended(string basic)
    {
        var text = new StringBuilder(basic.Length + 8);
        for (var i = 0; i < basic.Length; i++)
        {
            var c = basic[i];
            if (c == '\\' && i + 1 < basic.Length)
            {
                i++;
                if (!Turned.Contains(basic[i])) text.Append('\\');
                text.Append(basic[i]);
            }
            else if (c == '[')
            {
                var end = BracketEnd(basic, i);
                text.Append(basic, i, end - i);
                i = end - 1;
            }
            else if (Turned.Contains(c) || (c == '*' && IsAtStart(text))) text.Append('\\').Append(c);
            else text.Append(c);
        }

        return text.ToString();
    }

    // A star at the beginning of an expression or of a group is itself.
    private static bool IsAtStart(StringBuilder text) =>
        text.Length == 0 || (text.Length == 1 && text[0] == '^') || (text[^1] is '(' or '|' && (text.Length < 2 || text[^2] != '\\'));

    private static int BracketEnd(string text, int at)
    {
        at++;
        if (at < text.Length && text[at] == '^') at++;
        if (at < text.Length && text[at] == ']') at++;
        while (at < text.Length && text[at] != ']')
        {
            var isClass = text[at] == '[' && at + 1 < text.Length && text[at + 1] is ':' or '.' or '=';
            var end = isClass ? text.IndexOf(text[at + 1] + "]", at + 2, StringComparison.Ordinal) : -1;
            at = end < 0 ? at + 1 : end + 2;
        }

        return Math.Min(at + 1, text.Length);
    }
}
