using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Gatepost.Mta.Postfix.Addresses;

/// <summary>Cuts an address into tokens and puts it together again, as Postfix's tok822 and quote_822_local do. Any text has tokens.</summary>
internal static class AddressTokens
{
    // What makes quotes needed: control characters, the blank and the specials of RFC 822.
    private static readonly SearchValues<char> Quoted = SearchValues.Create([.. Enumerable.Range(0, ' ' + 1).Select(static c => (char)c), '\x7f', .. "()<>@,;:\\\"[]"]);

    // Operators, blanks, and what cannot be in a word without quotes.
    private static readonly SearchValues<char> WordEnds = SearchValues.Create([.. Enumerable.Range(0, ' ' + 1).Select(static c => (char)c), '\x7f', .. AddressToken.Operators]);

    /// <summary>The tokens of an address in its external form, with quotes.</summary>
    public static List<AddressToken> Scan(ReadOnlySpan<char> text)
    {
        var tokens = new List<AddressToken>(8);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (IsBlank(c)) i++;
            else if (c == '(') tokens.Add(new AddressToken(AddressToken.Comment, Comment(text, ref i)));
            else if (c == '[') tokens.Add(new AddressToken(AddressToken.Literal, Collect(text, ref i, ']')));
            else if (c == '"') tokens.Add(new AddressToken(AddressToken.Quoted, Collect(text, ref i, '"')));
            else if (c != '\\' && AddressToken.IsOperator(c)) tokens.Add(AddressToken.Operator(text[i++]));
            else tokens.Add(Word(text, ref i));
        }

        return tokens;
    }

    /// <summary>The address in its internal form, without quotes.</summary>
    public static string Internal(IReadOnlyList<AddressToken> tokens)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[128]);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == AddressToken.Literal)
            {
                text.AppendLiteral("[");
                text.AppendLiteral(token.Text);
                text.AppendLiteral("]");
            }
            else if (token.IsWord)
            {
                text.AppendLiteral(token.Text);
            }
            else
            {
                var sign = token.Kind;
                text.AppendFormatted(new ReadOnlySpan<char>(in sign));
            }

            if (NeedsBlank(tokens, i)) text.AppendLiteral(" ");
        }

        return text.ToStringAndClear();
    }

    /// <summary>Quotes the local part of an address in its internal form where it needs quotes; a source route before it stays.</summary>
    public static string QuoteLocalPart(string address)
    {
        var start = address.StartsWith('@') && address.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? colon + 1 : 0;
        var end = address.LastIndexOf('@');
        if (end < start) end = address.Length;
        return IsDotString(address.AsSpan(start, end - start))
            ? address
            : $"{address[..start]}\"{Escape(address[start..end], "\"\\\r")}\"{address[end..]}";
    }

    private static bool IsDotString(ReadOnlySpan<char> text) =>
        !text.IsEmpty && text[0] != '.' && text[^1] != '.' && text.IndexOfAny(Quoted) < 0 && text.IndexOf("..", StringComparison.Ordinal) < 0;

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n';

    private static bool NeedsBlank(IReadOnlyList<AddressToken> tokens, int i) =>
        i + 1 < tokens.Count && (tokens[i].Kind == ',' || tokens[i + 1].Kind == '<' || (tokens[i].IsWord && tokens[i + 1].IsWord));

    private static string Escape(string text, string special)
    {
        if (text.AsSpan().IndexOfAny(special) < 0) return text;
        var escaped = new StringBuilder(text.Length + 4);
        foreach (var c in text)
        {
            if (special.Contains(c, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static AddressToken Word(ReadOnlySpan<char> text, ref int i)
    {
        // Most words have nothing in them that must be looked at one by one.
        var length = text[i..].IndexOfAny(WordEnds);
        var plain = length < 0 ? text[i..] : text.Slice(i, length);
        if (plain.Length > 0 && (length < 0 || (text[i + length] is not '\\' and var end && (IsBlank(end) || AddressToken.IsOperator(end)))))
        {
            i += plain.Length;
            return new AddressToken(AddressToken.Atom, plain.ToString());
        }

        var word = new StringBuilder();
        var needsQuotes = false;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\')
            {
                if (++i >= text.Length) break;
                c = text[i];
            }
            else if (IsBlank(c) || AddressToken.IsOperator(c))
            {
                break;
            }

            needsQuotes |= c is <= ' ' or '\x7f' || AddressToken.IsOperator(c);
            word.Append(IsBlank(c) ? ' ' : c);
        }

        return new AddressToken(needsQuotes ? AddressToken.Quoted : AddressToken.Atom, word.ToString());
    }

    private static string Collect(ReadOnlySpan<char> text, ref int i, char end)
    {
        var inside = new StringBuilder();
        for (i++; i < text.Length && text[i] != end; i++)
        {
            if (text[i] == '\\' && ++i >= text.Length) break;
            inside.Append(IsBlank(text[i]) ? ' ' : text[i]);
        }

        i++;
        return inside.ToString();
    }

    private static string Comment(ReadOnlySpan<char> text, ref int i)
    {
        var start = i;
        var level = 0;
        for (; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '(') level++;
            else if (text[i] == ')' && --level == 0) break;
        }

        i = Math.Min(i + 1, text.Length);
        return text[start..i].ToString();
    }
}
