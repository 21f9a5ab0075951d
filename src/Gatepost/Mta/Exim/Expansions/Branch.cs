namespace Gatepost.Mta.Exim.Expansions;

/// <summary><c>${if condition {yes}{no}}</c>.</summary>
internal sealed class Branch(Test test, Expansion yes, Expansion no) : Expansion
{
    public override bool IsOutside { get; } = test.IsOutside || yes.IsOutside || no.IsOutside;

    public override bool MayFail { get; } = test.MayFail || yes.MayFail || no.MayFail;

    public override bool UsesScope { get; } = test.UsesScope || yes.UsesScope || no.UsesScope;

    public override bool UsesVariables { get; } = test.UsesVariables || yes.UsesVariables || no.UsesVariables;

    public override Expanded Expand(Scope scope)
    {
        var inner = scope;
        return test.Decide(ref inner) switch
        {
            Truth.Yes => yes.Expand(inner),
            Truth.No => no.Expand(scope),
            Truth.Panic => Expanded.Panic,
            Truth.Unknown => Expanded.Unknown,
            Truth.Defer => new Expanded(ExpandedKind.Deferred, ""),
            _ => Expanded.Failed,
        };
    }

    protected override Choices<Expanded>? Folded()
    {
        if (UsesScope || yes.Fold() is not { } ifYes || no.Fold() is not { } ifNo) return null;
        return test.Compile().SelectMany(truth => truth switch
        {
            Truth.Yes => ifYes,
            Truth.No => ifNo,
            Truth.Panic => Choices.Of(Expanded.Panic),
            Truth.Defer => Choices.Of(new Expanded(ExpandedKind.Deferred, "")),
            _ => Choices.Of(Expanded.Failed),
        });
    }
}
