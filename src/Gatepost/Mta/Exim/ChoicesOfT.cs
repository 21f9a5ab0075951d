using System.Collections.Immutable;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Exim;

/// <summary>
/// One of finitely many values, by the attempt: the first case whose condition holds, or <see cref="Otherwise"/>. What a string of the
/// configuration expands to, how a list or an ACL ends. A condition that faults makes the whole deferred.
/// </summary>
/// <param name="cases">The cases in the order they are asked.</param>
/// <param name="otherwise">The value where none holds.</param>
internal sealed class Choices<T>(ImmutableArray<Choice<T>> cases, T otherwise)
{
    public ImmutableArray<Choice<T>> Cases { get; } = cases;

    public T Otherwise { get; } = otherwise;

    /// <summary>True where the attempt does not matter.</summary>
    public bool IsOne => Cases.IsEmpty;

    /// <summary>Every value, some perhaps more than once.</summary>
    public IEnumerable<T> Values => [.. Cases.Select(static c => c.Then), Otherwise];

    public Choices<TOther> Select<TOther>(Func<T, TOther> of) => new([.. Cases.Select(c => new Choice<TOther>(c.When, of(c.Then)))], of(Otherwise));

    /// <summary>Each value replaced by choices of its own; null where there are too many, or where one of them has none.</summary>
    public Choices<TOther>? SelectMany<TOther>(Func<T, Choices<TOther>?> of)
    {
        var all = ImmutableArray.CreateBuilder<Choice<TOther>>();
        foreach (var (when, then) in Cases)
        {
            if (of(then) is not { } inner || all.Count + inner.Cases.Length >= Choices.Most) return null;
            all.AddRange(inner.Cases.Select(i => new Choice<TOther>(Logic.And(when, i.When), i.Then)));
            all.Add(new Choice<TOther>(when, inner.Otherwise));
        }

        if (of(Otherwise) is not { } last || all.Count + last.Cases.Length > Choices.Most) return null;
        all.AddRange(last.Cases);
        return Choices.First(all, last.Otherwise);
    }

    /// <summary>Holds where the value is one of those asked for.</summary>
    public Condition Where(Func<T, bool> asked)
    {
        var last = asked(Otherwise);
        if (IsOne) return last ? Always.Instance : Logic.Never;
        if (Cases is [var (when, then)])
            if (asked(then) != last) return last ? Logic.Not(when) : when;
        var list = Cases.Select(c => new FirstOf.Case(c.When, asked(c.Then) ? 1 : 0)).ToList();
        if (last) list.Add(new FirstOf.Case(Always.Instance, 1));
        return new FirstOf([.. list], 1);
    }
}
