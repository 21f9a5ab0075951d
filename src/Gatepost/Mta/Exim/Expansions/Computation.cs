using System.Collections.Immutable;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary>An operator or item that makes a text out of texts and of nothing else: <c>${lc:…}</c>, <c>${sg{…}{…}{…}}</c>.</summary>
internal sealed class Computation(ImmutableArray<Expansion> arguments, Func<string[], Expanded> compute) : Expansion
{
    public override bool IsOutside { get; } = arguments.Any(static a => a.IsOutside);

    public override bool UsesScope { get; } = arguments.Any(static a => a.UsesScope);

    public override bool UsesVariables { get; } = arguments.Any(static a => a.UsesVariables);

    public override Expanded Expand(Scope scope)
    {
        var texts = new string[arguments.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            var expanded = arguments[i].Expand(scope);
            if (!expanded.IsText) return expanded;
            texts[i] = expanded.Text;
        }

        return compute(texts);
    }

    protected override Choices<Expanded>? Folded()
    {
        Choices<(Expanded Fault, ImmutableArray<string> Texts)>? all = Choices.Of((Expanded.Of(""), ImmutableArray<string>.Empty));
        foreach (var argument in arguments)
        {
            if (all is null || argument.Fold() is not { } choices) return null;
            all = all.SelectMany(before => !before.Fault.IsText ? Choices.Of(before)
                : choices.Select(next => next.IsText ? (before.Fault, before.Texts.Add(next.Text)) : (next, before.Texts)));
        }

        return all?.Select(a => a.Fault.IsText ? compute([.. a.Texts]) : a.Fault);
    }
}
