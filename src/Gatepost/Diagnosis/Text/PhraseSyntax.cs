namespace Gatepost.Diagnoses.Text;

/// <summary>
/// The little language that phrases are written in. Case and punctuation do not matter; blanks fold.
/// <list type="bullet">
/// <item><c>(a|b|c)</c> one of these; <c>(s|)</c> or nothing; groups may nest. Their size costs little: nothing is multiplied out.</item>
/// <item><c>{word}</c> a word list of <see cref="PhraseWords"/>.</item>
/// <item><c>a ~ b</c> up to 16 characters between; <c>a .. b</c> up to 40; <c>a ... b</c> up to 200. Not inside a group.</item>
/// <item>A piece starts at the start of a word and may end inside one; <c>*</c> before it: may start anywhere; <c>&gt;</c> after it: must end a word.</item>
/// <item><c>^</c> at the front: at the start of the text; <c>$</c> at the end: at its end.</item>
/// </list>
/// </summary>
internal static class PhraseSyntax
{
    /// <summary>One piece of a phrase, at most <c>Gap</c> symbols after the piece before it.</summary>
    public readonly record struct Piece(string Text, int Gap);

    /// <summary>Cuts a phrase at its gaps. A malformed phrase is a fault of the program and throws.</summary>
    public static IReadOnlyList<Piece> Parse(string phrase)
    {
        var pieces = new List<Piece>();
        var rest = phrase.AsSpan().Trim();
        var gap = 0;
        while (true)
        {
            var (at, length, next) = NextGap(rest);
            var head = (at < 0 ? rest : rest[..at]).Trim();
            if (head.Trim("*^>$ ").IsEmpty) throw new FormatException($"Phrase '{phrase}' has an empty piece.");
            pieces.Add(new Piece(head.ToString(), gap));
            if (at < 0) return pieces;
            gap = next;
            rest = rest[Math.Min(rest.Length, at + length)..].Trim();
        }
    }

    private static (int At, int Length, int Gap) NextGap(ReadOnlySpan<char> rest)
    {
        var dots = rest.IndexOf(" ..", StringComparison.Ordinal);
        var near = rest.IndexOf(" ~ ", StringComparison.Ordinal);
        if (near >= 0 && (dots < 0 || near < dots)) return (near, 3, 16);
        return dots >= 0 && rest[dots..].StartsWith(" ... ", StringComparison.Ordinal) ? (dots, 5, 200) : (dots, 4, 40);
    }
}
