using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Audits;

/// <summary>The operator's assumptions as knowledge; the first that speaks of a source decides.</summary>
public sealed class AssumedKnowledge(ImmutableArray<Assumption> assumptions) : Knowledge
{
    /// <inheritdoc/>
    public override Answer? Ask(Opaque condition, Session session)
    {
        foreach (var assumption in assumptions)
            if (assumption.Answer <= condition.Answers && assumption.IsAbout(condition.Source))
                return assumption.Answer == Answer.FaultValue ? Answer.Fault(condition.Source, condition.Origin) : new Answer(assumption.Answer);
        return null;
    }
}
