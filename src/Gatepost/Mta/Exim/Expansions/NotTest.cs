namespace Gatepost.Mta.Exim.Expansions;

/// <summary><c>!condition</c>.</summary>
internal sealed class NotTest(Test of) : Test
{
    public override bool IsOutside => of.IsOutside;

    public override bool MayFail => of.MayFail;

    public override bool UsesScope => of.UsesScope;

    public override bool UsesVariables => of.UsesVariables;

    public override Truth Decide(ref Scope scope) => Negated(of.Decide(ref scope));

    protected override Choices<Truth> Compiled() => of.Compile().Select(Negated);

    private static Truth Negated(Truth truth) => truth switch { Truth.Yes => Truth.No, Truth.No => Truth.Yes, _ => truth };
}
