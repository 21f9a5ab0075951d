namespace Gatepost.Tests.Relay.Proof.Support;

/// <summary>Choices of a generator that always chooses the same for one seed.</summary>
internal static class Any
{
    public static T Of<T>(this Random random, params IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public static bool Once(this Random random, int inSoMany) => random.Next(inSoMany) == 0;

    public static List<T> Some<T>(this Random random, int least, int most, Func<T> make) =>
        [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => make())];
}
