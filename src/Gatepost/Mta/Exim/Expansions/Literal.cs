namespace Gatepost.Mta.Exim.Expansions;

/// <summary>A text that stands in the configuration.</summary>
internal sealed class Literal(Expanded value) : Expansion
{
    public Literal(string text)
        : this(Expanded.Of(text))
    {
    }

    public override bool IsOutside => false;

    public override bool MayFail => !value.IsText;

    public override Expanded Expand(Scope scope) => value;

    protected override Choices<Expanded> Folded() => Choices.Of(value);
}
