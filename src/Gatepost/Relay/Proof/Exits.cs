using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>Where the attempts go that a list was asked about and did not end.</summary>
internal sealed class Exits(DiagramStore store)
{
    /// <summary>The list ran out of rules, or was left.</summary>
    public Flows On { get; } = new(store);

    /// <summary>The list is content.</summary>
    public Flows Permit { get; } = new(store);

    /// <summary>The stage is content.</summary>
    public Flows PermitStage { get; } = new(store);
}
