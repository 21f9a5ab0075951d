namespace Gatepost.Mta.Exim.Expansions;

/// <summary>A variable that is a part of the attempt.</summary>
internal sealed class PartExpansion(AttemptPart part) : Expansion
{
    public override AttemptPart Part => part;

    public override bool IsOutside => false;

    public override bool MayFail => false;

    public override Expanded Expand(Scope scope) => scope.Session is { } session ? Expanded.Of(part.Get(session)) : Expanded.Unknown;

    protected override Choices<Expanded>? Folded() => null;
}
