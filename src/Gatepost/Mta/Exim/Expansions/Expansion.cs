namespace Gatepost.Mta.Exim.Expansions;

/// <summary>A string of the configuration, ready to be expanded (specification chapter 11). Immutable; many threads may expand it at once.</summary>
internal abstract class Expansion
{
    private Choices<Expanded>? _folded;
    private bool _isFolded;

    /// <summary>Expands it for one attempt.</summary>
    public abstract Expanded Expand(Scope scope);

    /// <summary>The texts that it can be, where they are few and a condition says which; null where it may be anything.</summary>
    public Choices<Expanded>? Fold()
    {
        if (_isFolded) return _folded;
        _folded = Folded();
        _isFolded = true;
        return _folded;
    }

    /// <summary>The part of the attempt that it is, unchanged; null where it is something else.</summary>
    public virtual AttemptPart? Part => null;

    /// <summary>True where something in it is known to the outside only, so that expanding it may end unknown.</summary>
    public abstract bool IsOutside { get; }

    /// <summary>True where expanding it may fail.</summary>
    public virtual bool MayFail => true;

    /// <summary>True where it uses what an item around it found.</summary>
    public virtual bool UsesScope => false;

    /// <summary>True where it looks at an ACL variable, whose value depends on the place of the string.</summary>
    public virtual bool UsesVariables => false;

    /// <summary>The text where the attempt does not matter; null where it does, or where it gives none.</summary>
    public string? Constant => Fold() is { IsOne: true, Otherwise: { IsText: true, Text: var text } } ? text : null;

    protected abstract Choices<Expanded>? Folded();
}
