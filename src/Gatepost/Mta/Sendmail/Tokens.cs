using System.Text;

namespace Gatepost.Mta.Sendmail;

/// <summary>
/// How Sendmail cuts a text into tokens (prescan): at operators, blanks and quotes; comments in brackets are dropped.
/// </summary>
internal static class Tokens
{
    private const string Operators = ".:%@!^/[]+()<>,;\"";
    private const int MostTokenLength = 256;

    /// <summary>True where a character is a token of its own.</summary>
    public static bool IsOperator(char c) => Operators.Contains(c, StringComparison.Ordinal);

    /// <summary>True where a token is a word, so that a blank is put between it and another.</summary>
    public static bool IsWord(string token) => !IsOperator(token[0]);

    /// <summary>The tokens, or what is wrong with the text: <c>Unbalanced '('</c>.</summary>
    public static (List<string> Tokens, string? Problem) Read(string text)
    {
        List<string> tokens = [];
        var token = new StringBuilder();
        var (comments, angles, quoted, escaped) = (0, 0, false, false);
        foreach (var c in text)
        {
            if (escaped)
            {
                escaped = false;
                if (comments == 0) token.Append('\\').Append(c);
                continue;
            }

            if (c == '\\')
            {
                escaped = true;
                continue;
            }

            if (quoted)
            {
                token.Append(c);
                if (c != '"') continue;
                quoted = false;
                End();
                continue;
            }

            switch (c)
            {
                case '(':
                    if (comments++ == 0) End();
                    continue;
                case ')' when comments == 0: return ([], "Unbalanced ')'");
                case ')':
                    comments--;
                    continue;
                case not '(' when comments > 0: continue;
                case '"':
                    End();
                    token.Append(c);
                    quoted = true;
                    continue;
                case '<':
                    angles++;
                    break;
                case '>' when angles-- == 0: return ([], "Unbalanced '>'");
            }

            if (char.IsWhiteSpace(c))
            {
                End();
            }
            else if (IsOperator(c))
            {
                End();
                tokens.Add(c.ToString());
            }
            else
            {
                token.Append(c);
            }

            if (token.Length > MostTokenLength) return ([], "prescan: token too long");
        }

        if (escaped) token.Append('\\');
        End();
        return quoted ? ([], "Unbalanced '\"'") : comments > 0 ? ([], "Unbalanced '('") : angles > 0 ? ([], "Unbalanced '<'") : (tokens, null);

        void End()
        {
            if (token.Length == 0) return;
            tokens.Add(token.ToString());
            token.Clear();
        }
    }

    /// <summary>A key as maps are asked for it: without quotes and the backslashes that protect.</summary>
    public static string Unquote(string key)
    {
        if (!key.AsSpan().ContainsAny('"', '\\')) return key;
        var text = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] == '\\' && i + 1 < key.Length) text.Append(key[++i]);
            else if (key[i] != '"') text.Append(key[i]);
        }

        return text.ToString();
    }

    /// <summary>The tokens as one text, with a character between two words.</summary>
    public static string Join(IEnumerable<string> tokens, char between, bool unquotes = false)
    {
        var text = new StringBuilder();
        var afterWord = false;
        foreach (var token in tokens)
        {
            var isWord = IsWord(token);
            if (afterWord && isWord) text.Append(between);
            text.Append(unquotes && token is ['"', .. var inside, '"'] ? inside.Replace("\\", "", StringComparison.Ordinal) : token);
            afterWord = isWord;
        }

        return text.ToString();
    }
}
