using Gatepost.Evidence;

namespace Gatepost.Diagnoses;

/// <summary>
/// Recognises one of the causes GP1nn, given the reason. Every rule is asked; of those that claim the refusal the most
/// confident wins, among equals the first in <see cref="Rules.CauseRules.All"/>.
/// </summary>
public abstract class CauseRule : Rule
{
    /// <summary>True for rules that have nothing to say where none of their words stand in the text: they are not even asked.</summary>
    internal virtual bool NeedsWords => false;

    /// <summary>The same, unless facts were gathered beyond the refusal.</summary>
    internal virtual bool NeedsWordsOrFacts => false;

    /// <summary>
    /// True for rules about what the refused message was. Where such a rule claims at least likely, why the server refused it is
    /// beside the point.
    /// </summary>
    internal virtual bool ComesFirst => false;

    /// <summary>What would have to be found out for the rule to be sure of the case, either way; nothing where it knows enough.</summary>
    internal virtual QuestionKind Asks(Case c) => QuestionKind.None;

    /// <summary>What the rule makes of the case; null where it has nothing to say.</summary>
    internal abstract Claim? Consider(Case c);
}
