using System.Collections.Immutable;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary>An item that finds a value in texts or does not: <c>${extract …}</c>, <c>${listextract …}</c>.</summary>
internal sealed class Finding(ImmutableArray<Expansion> arguments, Func<string[], string?> find, Expansion yes, Expansion no) : Expansion
{
    private const char Found = '+';

    private readonly Computation _search = new(arguments, t => Expanded.Of(find(t) is { } value ? Found + value : ""));

    public override bool IsOutside => _search.IsOutside || yes.IsOutside || no.IsOutside;

    public override bool UsesScope => _search.UsesScope || no.UsesScope || (yes.UsesScope && yes is not ScopeExpansion);

    public override bool UsesVariables => _search.UsesVariables || yes.UsesVariables || no.UsesVariables;

    public override Expanded Expand(Scope scope) => Then(_search.Expand(scope), scope);

    protected override Choices<Expanded>? Folded()
    {
        if (UsesScope) return null;
        return _search.Fold()?.SelectMany(found => !found.IsText ? Choices.Of(found)
            : found.Text.Length == 0 ? no.Fold()
            : yes.UsesScope ? yes is ScopeExpansion ? Choices.Of(Expanded.Of(found.Text[1..])) : null
            : yes.Fold());
    }

    private Expanded Then(Expanded found, Scope scope) => !found.IsText ? found
        : found.Text.Length == 0 ? no.Expand(scope)
        : yes.Expand(scope with { Value = found.Text[1..] });
}
