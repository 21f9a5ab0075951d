namespace Gatepost.Diagnoses.Text;

/// <summary>
/// Many phrases, in numbered groups, found in a text in one pass. Immutable and thread-safe; see <see cref="PhraseSyntax"/>
/// for how a phrase is written. A single word never matches inside a host name or an address: <c>relay.example.org</c> says
/// nothing about relaying.
/// </summary>
internal sealed class PhraseSet
{
    private readonly Lazy<PhraseScan> _ascii;
    private readonly Lazy<PhraseScan> _beyondAscii;

    /// <summary>Builds the set. Nothing is built before it is needed; a malformed phrase throws then.</summary>
    public PhraseSet(IReadOnlyList<(int Group, string Phrase)> phrases, int groups)
    {
        Groups = groups;
        _ascii = new(() => new PhraseScan([.. phrases.Where(static p => p.Phrase.Any(char.IsAsciiLetterOrDigit))], asciiOnly: true));
        _beyondAscii = new(() => new PhraseScan([.. phrases.Where(static p => !System.Text.Ascii.IsValid(p.Phrase))], asciiOnly: false));
    }

    /// <summary>How many groups there are, those without a phrase included.</summary>
    public int Groups { get; }

    /// <summary>The size of all phrases together, in symbols.</summary>
    public int Positions => _ascii.Value.Positions + _beyondAscii.Value.Positions;

    /// <summary>States that this thread has made so far for plain texts.</summary>
    public int States => _ascii.Value.States;

    /// <summary>Finds the groups with a phrase in <paramref name="text"/>; what <paramref name="hits"/> held before is kept.</summary>
    public void Find(ReadOnlySpan<char> text, PhraseHits hits)
    {
        _ascii.Value.Run(text, hits);
        // A phrase with alternatives beyond ASCII is in both scans, so that "nicht (möglich|erlaubt)" is found in plain text too.
        if (!System.Text.Ascii.IsValid(text)) _beyondAscii.Value.Run(text, hits);
    }
}
