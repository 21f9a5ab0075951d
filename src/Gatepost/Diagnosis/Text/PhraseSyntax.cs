using System.Text;

namespace Gatepost.Diagnoses.Text;

/// <summary>
/// The little language that phrases are written in. Case and punctuation do not matter; blanks fold.
/// <list type="bullet">
/// <item><c>(a|b|c)</c> one of these; <c>(s|)</c> or nothing; groups may nest.</item>
/// <item><c>{word}</c> a word list of <see cref="PhraseWords"/>.</item>
/// <item><c>a .. b</c> up to 40 characters between; <c>a ... b</c> up to 200.</item>
/// <item>A piece starts at the start of a word and may end inside one; <c>*</c> before it: may start anywhere; <c>&gt;</c> after it: must end a word.</item>
/// <item><c>^</c> at the front: at the start of the text; <c>$</c> at the end: at its end.</item>
/// </list>
/// </summary>
internal static class PhraseSyntax
{
    private const int MostLiterals = 4096;

    /// <summary>One piece of a phrase: any of its literals, at most <c>Gap</c> symbols after the piece before it.</summary>
    public readonly record struct Piece(IReadOnlyList<string> Literals, int Gap);

    /// <summary>Reads a phrase into pieces. A malformed phrase is a fault of the program and throws.</summary>
    public static IReadOnlyList<Piece> Parse(string phrase)
    {
        var pieces = new List<Piece>();
        var rest = phrase.Trim();
        var gap = 0;
        while (true)
        {
            var at = rest.IndexOf(" ..", StringComparison.Ordinal);
            var head = at < 0 ? rest : rest[..at];
            pieces.Add(new Piece(Literals(head.Trim(), phrase), gap));
            if (at < 0) return pieces;
            var isLong = rest.AsSpan(at).StartsWith(" ... ", StringComparison.Ordinal);
            gap = isLong ? 200 : 40;
            rest = rest[Math.Min(rest.Length, at + (isLong ? 5 : 4))..].Trim();
        }
    }

    private static List<string> Literals(string piece, string phrase)
    {
        var i = 0;
        var expanded = Sequence(piece, ref i, phrase, 0);
        var literals = new List<string>(expanded.Count);
        foreach (var text in expanded)
        {
            var literal = Symbols(text);
            if (literal.Trim((char)PhraseAlphabet.Blank).Length == 0) throw new FormatException($"Phrase '{phrase}' has an empty piece.");
            if (!literals.Contains(literal)) literals.Add(literal);
        }

        return literals;
    }

    private static List<string> Sequence(string s, ref int i, string phrase, int depth)
    {
        if (depth > 8) throw new FormatException($"Phrase '{phrase}' nests too deeply.");
        var all = new List<string>();
        var current = new List<string> { "" };
        for (; i < s.Length; i++)
        {
            switch (s[i])
            {
                case '(':
                    i++;
                    current = Product(current, Sequence(s, ref i, phrase, depth + 1), phrase);
                    if (i >= s.Length) throw new FormatException($"Phrase '{phrase}': missing ')'.");
                    break;
                case '{':
                    var end = s.IndexOf('}', i);
                    if (end < 0) throw new FormatException($"Phrase '{phrase}': missing '}}'.");
                    var j = 0;
                    var list = PhraseWords.Of(s[(i + 1)..end]) ?? throw new FormatException($"Phrase '{phrase}': no word list '{s[(i + 1)..end]}'.");
                    current = Product(current, Sequence(list, ref j, phrase, depth + 1), phrase);
                    i = end;
                    break;
                case '|' when depth > 0:
                    all.AddRange(current);
                    current = [""];
                    break;
                case ')' when depth > 0:
                    all.AddRange(current);
                    return all;
                case ')':
                    throw new FormatException($"Phrase '{phrase}': stray ')'.");
                default:
                    for (var k = 0; k < current.Count; k++) current[k] += s[i];
                    break;
            }
        }

        all.AddRange(current);
        return all;
    }

    private static List<string> Product(List<string> heads, List<string> tails, string phrase)
    {
        if (heads.Count * tails.Count > MostLiterals) throw new FormatException($"Phrase '{phrase}' stands for too many texts.");
        var product = new List<string>(heads.Count * tails.Count);
        foreach (var head in heads)
            foreach (var tail in tails)
                product.Add(head + tail);
        return product;
    }

    /// <summary>The symbols of a literal, one char each; those beyond ASCII as UTF-8 bytes.</summary>
    private static string Symbols(string text)
    {
        var result = new StringBuilder();
        var anywhere = text.StartsWith('*');
        var atStart = text.StartsWith('^');
        var wordEnd = text.EndsWith('>');
        var atEnd = text.EndsWith('$');
        text = text.Trim('*', '^', '>', '$').Trim();
        if (atStart) result.Append((char)PhraseAlphabet.Start);
        if (!anywhere) result.Append((char)PhraseAlphabet.Blank);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var symbol = b < 128 ? PhraseAlphabet.Of((char)b) : b;
            if (symbol == PhraseAlphabet.Blank && result.Length > 0 && result[^1] == (char)PhraseAlphabet.Blank) continue;
            result.Append((char)symbol);
        }

        if ((wordEnd || atEnd) && result[^1] != (char)PhraseAlphabet.Blank) result.Append((char)PhraseAlphabet.Blank);
        if (atEnd) result.Append((char)PhraseAlphabet.End);
        return result.ToString();
    }
}
