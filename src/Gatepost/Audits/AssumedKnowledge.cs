using System.Collections.Immutable;
using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.Audits;

/// <summary>The operator's assumptions as knowledge for single decisions; the first that speaks of a source decides.</summary>
public sealed class AssumedKnowledge(ImmutableArray<Assumption> assumptions) : Knowledge
{
    /// <inheritdoc/>
    public override Answer? Ask(Opaque condition, Session session)
    {
        foreach (var assumption in assumptions)
            if (assumption.Covers(condition))
                return assumption.Value == Answer.FaultValue ? Answer.Fault(condition.Source, condition.Origin) : new Answer(assumption.Value) { Asked = condition };
        return null;
    }
}
