using System.Collections.Immutable;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary><c>and{{…}{…}}</c>, <c>or{{…}{…}}</c>, and what <c>forall</c> and <c>forany</c> of known items come to.</summary>
/// <param name="tests">The tests, in order; those after the deciding one are not made.</param>
/// <param name="goesOnAt">The truth at which the next is made: yes for <c>and</c>, no for <c>or</c>.</param>
internal sealed class AllTest(ImmutableArray<Test> tests, Truth goesOnAt) : Test
{
    public override bool IsOutside { get; } = tests.Any(static t => t.IsOutside);

    public override bool MayFail { get; } = tests.Any(static t => t.MayFail);

    public override bool UsesScope { get; } = tests.Any(static t => t.UsesScope);

    public override bool UsesVariables { get; } = tests.Any(static t => t.UsesVariables);

    public override Truth Decide(ref Scope scope)
    {
        foreach (var test in tests)
            if (test.Decide(ref scope) is var truth && truth != goesOnAt) return truth;
        return goesOnAt;
    }

    protected override Choices<Truth>? Compiled()
    {
        Choices<Truth>? all = Choices.Of(goesOnAt);
        for (var i = tests.Length - 1; i >= 0 && all is not null; i--)
        {
            var rest = all;
            all = tests[i].Compile().SelectMany(truth => truth == goesOnAt ? rest : Choices.Of(truth));
        }

        return all;
    }
}
