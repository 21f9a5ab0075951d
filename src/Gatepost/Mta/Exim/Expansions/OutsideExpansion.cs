namespace Gatepost.Mta.Exim.Expansions;

/// <summary>Something that the configuration alone does not say: SQL, DNS, a program, a variable of the running server.</summary>
internal sealed class OutsideExpansion : Expansion
{
    public override bool IsOutside => true;

    public override Expanded Expand(Scope scope) => Expanded.Unknown;

    protected override Choices<Expanded>? Folded() => null;
}
