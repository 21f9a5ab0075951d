using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>What becomes of attempts at one rule, in all the places from which its list is asked.</summary>
/// <param name="list">The list it stands in.</param>
/// <param name="rule">The rule; null for what follows when all rules have been asked.</param>
internal sealed class RuleReach(RuleList? list, Rule? rule)
{
    public RuleList? List { get; } = list;

    public Rule? Rule { get; } = rule;

    /// <summary>The attempts at which it is asked.</summary>
    public Diagram Reached { get; set; } = Diagram.Nothing;

    /// <summary>Those of them for which its condition holds or fails with a consequence.</summary>
    public Diagram Held { get; set; } = Diagram.Nothing;

    /// <summary>Those that it ends: nothing more is asked of them.</summary>
    public Diagram Ended { get; set; } = Diagram.Nothing;

    /// <summary>Those that go no further in the list.</summary>
    public Diagram Left { get; set; } = Diagram.Nothing;
}
