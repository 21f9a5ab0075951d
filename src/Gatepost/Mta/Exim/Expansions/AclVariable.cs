using System.Collections.Immutable;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary>
/// An ACL variable at one place of the ACLs: everything that may have been assigned to it before, the latest first, each with the condition under
/// which the assignment was reached.
/// </summary>
internal sealed class AclVariable(ImmutableArray<Choice<Expansion>> assigned, Expanded unset) : Expansion
{
    public override bool IsOutside { get; } = assigned.Any(static a => a.Then.IsOutside || Outside.Has(a.When));

    public override bool MayFail => !unset.IsText || assigned.Any(static a => a.Then.MayFail);

    public override bool UsesVariables => true;

    public override Expanded Expand(Scope scope)
    {
        if (scope.Session is null) return Expanded.Unknown;
        foreach (var (when, then) in assigned)
        {
            var answer = when.Ask(scope.Session);
            if (answer.IsUnknown) return Expanded.Unknown;
            if (answer.IsYes) return then.Expand(Scope.Of(scope.Session));
        }

        return unset;
    }

    protected override Choices<Expanded>? Folded()
    {
        return Choices.First<Expansion>(assigned, new Literal(unset)).SelectMany(static e => e.Fold());
    }
}
