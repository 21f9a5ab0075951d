namespace Gatepost.RealServers.Differential;

/// <summary>Tests that keep the machine busy for a while: they run when the worlds, which look at the clock, are done.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
