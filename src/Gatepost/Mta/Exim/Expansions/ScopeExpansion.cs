namespace Gatepost.Mta.Exim.Expansions;

/// <summary><c>$value</c>, <c>$1</c>: what an item around it found.</summary>
/// <param name="group">The group's number; null for <c>$value</c>.</param>
internal sealed class ScopeExpansion(int? group) : Expansion
{
    public override bool IsOutside => false;

    public override bool MayFail => false;

    public override bool UsesScope => true;

    public override Expanded Expand(Scope scope) => Expanded.Of(
        group is not { } n ? scope.Value ?? "" : n < scope.Groups.Length ? scope.Groups[n] : "");

    protected override Choices<Expanded>? Folded() => null;
}
