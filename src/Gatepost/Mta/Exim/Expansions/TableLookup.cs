using Gatepost.Mta.Exim.Lists;
using Gatepost.Mta.Exim.Lookups;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary><c>${lookup{key}lsearch{/file}{yes}{no}}</c> in a table that could be read.</summary>
internal sealed class TableLookup(Expansion key, TableSearch search, Expansion yes, Expansion no, string written, Origin origin) : Expansion
{
    // With more values than this the value found is not told apart.
    private const int MostValues = 24;

    public override bool IsOutside => key.IsOutside || yes.IsOutside || no.IsOutside;

    public override bool UsesScope => key.UsesScope || no.UsesScope || (yes.UsesScope && yes is not ScopeExpansion);

    public override bool UsesVariables => key.UsesVariables || yes.UsesVariables || no.UsesVariables;

    public override Expanded Expand(Scope scope)
    {
        var expanded = key.Expand(scope);
        return expanded.IsText ? Then(expanded.Text, scope) : expanded;
    }

    protected override Choices<Expanded>? Folded()
    {
        if (UsesScope) return null;
        if (key.Fold() is { } keys)
            return keys.SelectMany(k => !k.IsText ? Choices.Of(k) : search.Find(k.Text) is not { } found ? no.Fold() : found == LookupTable.Deferred ? Choices.Of(Failing) : yes.UsesScope ? Choices.Of(Expanded.Of(found)) : yes.Fold());
        if (key.Part is not { } part || part.Dimension == Dimension.Client || no.Fold() is not { } ifNot) return null;
        if (!yes.UsesScope && !search.MayDefer) return yes.Fold() is { } ifFound ? Choices.If(Leaf(part, null), true, false).SelectMany(found => found ? ifFound : ifNot) : null;
        if (search.Values(MostValues) is not { } values) return null;
        return Choices.First([.. values.Select(v => new Choice<string?>(Leaf(part, v), v))], null).SelectMany(v => v is null ? ifNot : v == LookupTable.Deferred ? Choices.Of(Failing) : yes.UsesScope ? Choices.Of(Expanded.Of(v)) : yes.Fold());
    }

    private static Expanded Failing => new(ExpandedKind.Deferred, "");

    private PartLeaf Leaf(AttemptPart part, string? value) => new(part, [new TableMatcher(search, value, lowers: false)], value is null ? written : $"{written} giving \"{value}\"", origin);

    private Expanded Then(string text, Scope scope) => search.Find(text) is { } found ? found == LookupTable.Deferred ? Failing : yes.Expand(scope with { Value = found }) : no.Expand(scope);
}
