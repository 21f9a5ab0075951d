using System.Diagnostics.CodeAnalysis;

namespace Gatepost.Evidence.Worlds;

/// <summary>A file that was read: a world, or why it is none.</summary>
public sealed record WorldReading
{
    internal WorldReading(World world) => World = world;

    internal WorldReading(WorldProblem problem) => Problem = problem;

    /// <summary>The world; null where there is a problem.</summary>
    public World? World { get; }

    /// <summary>The first problem; null where there is a world.</summary>
    public WorldProblem? Problem { get; }

    /// <summary>True where there is a world.</summary>
    [MemberNotNullWhen(true, nameof(World))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsGood => World is not null;
}
