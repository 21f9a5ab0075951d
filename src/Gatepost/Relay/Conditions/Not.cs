namespace Gatepost.Relay.Conditions;

/// <summary>Yes where the other says no, no where it says yes; a fault stays a fault and the unknown unknown.</summary>
public sealed class Not(Condition of) : Condition
{
    /// <summary>The other.</summary>
    public Condition Of { get; } = of;

    /// <inheritdoc/>
    public override IEnumerable<Condition> Parts => [Of];

    /// <inheritdoc/>
    public override Answer Ask(Session session)
    {
        var answer = Of.Ask(session);
        return answer.Value switch
        {
            0 => answer with { Value = 1 },
            > 0 => answer with { Value = 0 },
            _ => answer,
        };
    }

    /// <inheritdoc/>
    public override string ToString() => $"not ({Of})";
}
