namespace Gatepost.Diagnoses;

/// <summary>
/// Recognises one <see cref="Reason"/>. Asked in the order of <see cref="Rules.ReasonRules.All"/>: first all rules by the words
/// of the reply, then by the reporter's words around it, then without words.
/// </summary>
public abstract class ReasonRule : Rule
{
    /// <summary>The reason it stands for.</summary>
    public abstract Reason Reason { get; }

    /// <summary>A last look once the words fit: codes, phase, software. True unless overridden.</summary>
    internal virtual bool Holds(Case c) => true;

    /// <summary>For what is known without words, by codes or fields. Asked only where no rule's words fit.</summary>
    internal virtual bool HoldsWithoutWords(Case c) => false;

    /// <summary>For notices that quote no reply and can mean one thing only, whatever their language. Asked before the reporter's words.</summary>
    internal virtual bool HoldsForReporter(Case c) => false;

    /// <summary>Whose it is, where this case says more than the cause does; null where it does not.</summary>
    internal virtual (Side Side, Owner Owner)? Whose(Case c) => null;
}
