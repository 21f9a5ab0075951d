using System.Collections.Immutable;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Exim;

/// <summary>Makes <see cref="Choices{T}"/>.</summary>
internal static class Choices
{
    /// <summary>With more cases than this a thing is asked about as a whole, not taken apart.</summary>
    public const int Most = 256;

    /// <summary>A value that no attempt changes.</summary>
    public static Choices<T> Of<T>(T value) => new([], value);

    /// <summary>The first case that holds; those after one that always holds are left out.</summary>
    public static Choices<T> First<T>(IEnumerable<Choice<T>> cases, T otherwise)
    {
        var kept = ImmutableArray.CreateBuilder<Choice<T>>();
        foreach (var one in cases)
        {
            if (Logic.IsNever(one.When)) continue;
            if (one.When is Always) return new Choices<T>(kept.ToImmutable(), one.Then);
            kept.Add(one);
        }

        return new Choices<T>(kept.ToImmutable(), otherwise);
    }

    /// <summary>One value where a condition holds and another where it does not.</summary>
    public static Choices<T> If<T>(Condition when, T then, T otherwise) => First([new Choice<T>(when, then)], otherwise);
}
