using System.Globalization;

namespace Gatepost.RealServers.Differential;

/// <summary>Where the chance of a run comes from: the same seed gives the same cases. Printed with the results.</summary>
internal static class Seed
{
    /// <summary>The seed of runs that name none.</summary>
    public const int Default = 20261125;

    /// <summary><c>GATEPOST_SEED</c>, or the same for every run.</summary>
    public static int Value { get; } = Environment.GetEnvironmentVariable("GATEPOST_SEED") is { Length: > 0 } seed ? int.Parse(seed, CultureInfo.InvariantCulture) : Default;

    /// <summary>Chance for one case: which case it is decides, not how many were made before.</summary>
    public static Random For(int @case) => new(HashOf(Value, @case));

    // Unlike HashCode this is the same in every process.
    private static int HashOf(int seed, int @case)
    {
        var x = ((ulong)(uint)seed << 32) | (uint)@case;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return (int)(x ^ (x >> 31));
    }
}
