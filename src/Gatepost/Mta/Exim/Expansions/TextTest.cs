using System.Collections.Immutable;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary>A condition on texts: <c>eq</c>, <c>match</c>, <c>inlist</c>, <c>isip</c>, <c>bool</c> …</summary>
/// <param name="operands">The texts.</param>
/// <param name="decide">Decides for texts; a match leaves its groups.</param>
/// <param name="leaf">Makes a condition on one part of the attempt where the first operand is that part, or the second is, and the other is a text; null where it cannot.</param>
internal sealed class TextTest(ImmutableArray<Expansion> operands, TextTest.Decider decide, Func<AttemptPart, string, Choices<Truth>?>? leaf = null) : Test
{
    /// <summary>Decides for texts.</summary>
    public delegate Truth Decider(ReadOnlySpan<string> texts, ref Scope scope);

    public override bool IsOutside { get; } = operands.Any(static o => o.IsOutside);

    public override bool UsesScope { get; } = operands.Any(static o => o.UsesScope);

    public override bool UsesVariables { get; } = operands.Any(static o => o.UsesVariables);

    public override bool MayFail => NeverFails ? operands.Any(static o => o.MayFail) : true;

    /// <summary>True where it does not fail on any texts.</summary>
    public bool NeverFails { get; init; }

    public override Truth Decide(ref Scope scope)
    {
        var texts = new string[operands.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            var expanded = operands[i].Expand(scope);
            if (!expanded.IsText) return expanded.ToTruth();
            texts[i] = expanded.Text;
        }

        return decide(texts, ref scope);
    }

    protected override Choices<Truth>? Compiled()
    {
        if (operands.All(static o => o.Fold() is not null)) return OfTexts();
        if (leaf is null) return null;
        if (operands is [{ Part: { } only }]) return leaf(only, "");
        if (operands is not [var first, var second]) return null;
        var (part, other) = first.Part is not null ? (first.Part, second) : (second.Part, first);
        if (part is null || (first.Part is null && !IsSymmetric)) return null;
        var failed = false;
        var all = other.Fold()?.SelectMany(value =>
        {
            var made = value.IsText ? leaf(part, value.Text) : Choices.Of(value.ToTruth());
            failed |= made is null;
            return made;
        });
        return failed ? null : all;
    }

    /// <summary>True where the operands may change places.</summary>
    public bool IsSymmetric { get; init; }

    private Choices<Truth>? OfTexts()
    {
        Choices<(Truth? Fault, ImmutableArray<string> Texts)>? all = Choices.Of(((Truth?)null, ImmutableArray<string>.Empty));
        foreach (var operand in operands)
            all = all?.SelectMany(before => before.Fault is not null ? Choices.Of(before)
                : operand.Fold()!.Select(next => next.IsText ? (before.Fault, before.Texts.Add(next.Text)) : (next.ToTruth(), before.Texts)));
        return all?.Select(a =>
        {
            var scope = Scope.Of(null);
            return a.Fault ?? decide(a.Texts.AsSpan(), ref scope);
        });
    }
}
