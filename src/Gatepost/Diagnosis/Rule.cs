namespace Gatepost.Diagnoses;

/// <summary>
/// One small rule: the words by which servers say a thing, the words that mean something else although they sound alike,
/// and examples that the tests run. Rules are stateless and know nothing of each other; <see cref="Rulebook"/> orders them.
/// </summary>
public abstract class Rule
{
    /// <summary>The cause that the rule is about.</summary>
    public abstract Cause Cause { get; }

    /// <summary>Phrases (see <c>PhraseSyntax</c>) of which one must stand in the text. Empty for rules that go by facts alone.</summary>
    public virtual IReadOnlyList<string> Says => [];

    /// <summary>Phrases of which none may stand in the text.</summary>
    public virtual IReadOnlyList<string> Unless => [];

    /// <summary>Texts that the rule must recognise; shown on the cause's page and run by the tests.</summary>
    public virtual IReadOnlyList<string> Examples => [];

    /// <summary>Texts that sound alike and that the rule must not take; run by the tests.</summary>
    public virtual IReadOnlyList<string> CounterExamples => [];

    /// <summary>The rule's number among the phrase groups: its own words; one more: the words against it.</summary>
    internal int Group { get; set; }
}
