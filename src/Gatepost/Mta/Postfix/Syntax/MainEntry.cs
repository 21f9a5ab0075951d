using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Syntax;

/// <summary>A <c>name = value</c> of main.cf, or of a <c>-o</c> in master.cf.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Value">The value as written, continuation lines joined, not expanded.</param>
/// <param name="Origin">The line that the name stands at.</param>
public sealed record MainEntry(string Name, string Value, Origin Origin)
{
    /// <summary>Where in the value each further line begins: offsets in order, with the line.</summary>
    internal ImmutableArray<(int Offset, int Line)> Lines { get; init; } = [];

    /// <summary>The line that a word of the value stands at; the entry's own where the value does not hold it (it came in by a <c>$name</c>).</summary>
    public Origin OriginOf(string word)
    {
        if (Lines.IsEmpty || word.Length == 0) return Origin;
        for (var at = Value.IndexOf(word, StringComparison.Ordinal); at >= 0; at = Value.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!Ends(at - 1) || !Ends(at + word.Length)) continue;
            var line = Origin.Line;
            foreach (var part in Lines)
                if (part.Offset <= at) line = part.Line;
            return Origin with { Line = line };
        }

        return Origin;
    }

    private bool Ends(int at) => at < 0 || at >= Value.Length || PostfixText.IsSpace(Value[at]) || Value[at] is ',' or '{' or '}';
}
