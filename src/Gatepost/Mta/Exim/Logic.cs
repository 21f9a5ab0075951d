using System.Collections.Immutable;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Exim;

/// <summary>Conditions put together, with what is plain left out.</summary>
internal static class Logic
{
    /// <summary>Holds for no attempt.</summary>
    public static Condition Never { get; } = new AnyOf([]);

    public static bool IsNever(Condition condition) => condition is AnyOf { Of.IsEmpty: true };

    public static Condition Not(Condition of) => of switch
    {
        Always => Never,
        AnyOf { Of.IsEmpty: true } => Always.Instance,
        Not not => not.Of,
        _ => new Not(of),
    };

    public static Condition And(params IEnumerable<Condition> of)
    {
        var all = ImmutableArray.CreateBuilder<Condition>();
        foreach (var one in of)
        {
            if (IsNever(one)) return Never;
            if (one is AllOf inner) all.AddRange(inner.Of);
            else if (one is not Always) all.Add(one);
        }

        return all.Count switch { 0 => Always.Instance, 1 => all[0], _ => new AllOf(all.ToImmutable()) };
    }

    public static Condition Or(params IEnumerable<Condition> of)
    {
        var all = ImmutableArray.CreateBuilder<Condition>();
        foreach (var one in of)
        {
            if (one is Always) return one;
            if (one is AnyOf inner) all.AddRange(inner.Of);
            else all.Add(one);
        }

        return all.Count switch { 0 => Never, 1 => all[0], _ => new AnyOf(all.ToImmutable()) };
    }
}
