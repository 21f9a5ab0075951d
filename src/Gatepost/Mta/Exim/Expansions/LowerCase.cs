namespace Gatepost.Mta.Exim.Expansions;

/// <summary><c>${lc:…}</c>: a part of the attempt in lower case is still that part.</summary>
internal sealed class LowerCase(Expansion of) : Expansion
{
    public override AttemptPart? Part { get; } = of.Part is { } part ? part.IsLower ? part : part with { IsLower = true, Get = s => part.Get(s).ToLowerInvariant() } : null;

    public override bool IsOutside => of.IsOutside;

    public override bool MayFail => of.MayFail;

    public override bool UsesScope => of.UsesScope;

    public override bool UsesVariables => of.UsesVariables;

    public override Expanded Expand(Scope scope) => Lower(of.Expand(scope));

    protected override Choices<Expanded>? Folded() => of.Fold()?.Select(Lower);

    private static Expanded Lower(Expanded value) => value with { Text = value.Text.ToLowerInvariant() };
}
