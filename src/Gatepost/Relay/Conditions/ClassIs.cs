namespace Gatepost.Relay.Conditions;

/// <summary>The recipient is of one of some classes, by the policy's <see cref="RelayPolicy.Classes"/>.</summary>
/// <param name="classes">The policy's classes condition; the same instance.</param>
/// <param name="of">The classes asked for.</param>
public sealed class ClassIs(Condition classes, params AddressClass[] of) : Condition
{
    private readonly int _mask = of.Aggregate(0, static (mask, c) => mask | (1 << (int)c));

    /// <summary>The condition that gives the class.</summary>
    public Condition Classes { get; } = classes;

    /// <inheritdoc/>
    public override IEnumerable<Condition> Parts => [Classes];

    /// <summary>True where the class is one of those asked for.</summary>
    public bool Includes(AddressClass value) => (_mask & (1 << (int)value)) != 0;

    /// <inheritdoc/>
    public override Answer Ask(Session session)
    {
        var answer = ReferenceEquals(Classes, session.Classes) ? session.Class : Classes.Ask(session);
        return answer.Value < 0 ? answer : answer with { Value = Includes((AddressClass)answer.Value) ? 1 : 0 };
    }

    /// <inheritdoc/>
    public override string ToString() => $"recipient is {string.Join(" or ", Enum.GetValues<AddressClass>().Where(Includes).Select(static c => c.ToString().ToLowerInvariant()))}";
}
