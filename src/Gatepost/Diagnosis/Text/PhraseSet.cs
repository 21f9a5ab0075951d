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

    /// <summary>Builds the set. The automata are built when first needed; a malformed phrase throws then.</summary>
    public PhraseSet(IReadOnlyList<(int Group, string Phrase)> phrases, int groups)
    {
        Groups = groups;
        _ascii = new(() => new PhraseScan([.. phrases.Where(static p => System.Text.Ascii.IsValid(p.Phrase))]));
        _beyondAscii = new(() => new PhraseScan([.. phrases.Where(static p => !System.Text.Ascii.IsValid(p.Phrase))]));
    }

    /// <summary>How many groups there are, those without a phrase included.</summary>
    public int Groups { get; }

    /// <summary>States of the ASCII automaton: its size.</summary>
    public int States => _ascii.Value.States;

    /// <summary>Finds the groups with a phrase in <paramref name="text"/>; what <paramref name="hits"/> held before is kept.</summary>
    public void Find(ReadOnlySpan<char> text, PhraseHits hits)
    {
        _ascii.Value.Run(text, hits);
        if (!System.Text.Ascii.IsValid(text)) _beyondAscii.Value.Run(text, hits);
    }
}
