using Gatepost.Evidence;

namespace Gatepost.Diagnoses;

/// <summary>
/// The facts that were gathered beyond the refusal, by kind. A fact that is missing is not known: it is never read as a no.
/// </summary>
internal sealed class KnownFacts(IReadOnlyList<Fact> facts)
{
    /// <summary>Nothing was gathered.</summary>
    public static KnownFacts None { get; } = new([]);

    /// <summary>True where nothing was gathered that rules go by: only the text speaks.</summary>
    public bool IsEmpty { get; } = facts.All(static f => f.Kind == FactKind.Policy);

    /// <summary>The value of the first fact of a kind; null where there is none.</summary>
    public string? this[string kind] => Of(kind)?.Value;

    /// <summary>The first fact of a kind; null where there is none.</summary>
    public Fact? Of(string kind)
    {
        foreach (var fact in facts)
            if (fact.Kind == kind) return fact;
        return null;
    }

    /// <summary>True where a fact of the kind has the value.</summary>
    public bool Is(string kind, string value) => this[kind] == value;

    /// <summary>True where a fact of the kind has one of the values.</summary>
    public bool IsAny(string kind, params ReadOnlySpan<string> values) => this[kind] is { } value && values.Contains(value);

    /// <summary>The facts of the kinds, in the order of the kinds, as support for a cause.</summary>
    public IReadOnlyList<Fact> For(string cause, params ReadOnlySpan<string> kinds)
    {
        var list = new List<Fact>(kinds.Length);
        foreach (var kind in kinds)
        {
            foreach (var fact in facts)
                if (fact.Kind == kind) list.Add(fact with { Supports = [cause] });
        }

        return list;
    }
}
