namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>Choices that a seed decides.</summary>
internal sealed class Chance(Random random)
{
    public bool Percent(int percent) => random.Next(100) < percent;

    public int Between(int least, int most) => random.Next(least, most + 1);

    public T One<T>(params IReadOnlyList<T> of) => of[random.Next(of.Count)];

    /// <summary>Some of a list in a new order.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> of, int least, int most)
    {
        var all = of.ToArray();
        random.Shuffle(all);
        return all[..Math.Min(all.Length, Between(least, most))];
    }

    /// <summary>A choice by weight.</summary>
    public T Weighted<T>(IReadOnlyList<T> of, Func<T, int> weight)
    {
        var left = random.Next(of.Sum(weight));
        foreach (var choice in of)
            if ((left -= weight(choice)) < 0) return choice;
        return of[^1];
    }
}
