using System.Collections.Immutable;

namespace Gatepost.Relay;

/// <summary>Knowledge with answers supposed for what it does not know.</summary>
internal sealed class Supposed : Knowledge
{
    private readonly Knowledge _known;
    private readonly ImmutableList<(Opaque Condition, int Value)> _supposed;

    public Supposed(Knowledge known)
        : this(known, [])
    {
    }

    private Supposed(Knowledge known, ImmutableList<(Opaque, int)> supposed) => (_known, _supposed) = (known, supposed);

    public Supposed With(Opaque condition, int value) => new(_known, _supposed.Add((condition, value)));

    public override Answer? Ask(Opaque condition, Session session)
    {
        if (_known.Ask(condition, session) is { } known) return known;
        foreach (var (supposed, value) in _supposed)
            if (AreOne(supposed, condition)) return new Answer(value) { Asked = condition, Key = value == Answer.FaultValue ? condition.Source : null };
        return null;
    }

    /// <summary>True where two conditions ask the same, so that they must be answered alike.</summary>
    public static bool AreOne(Opaque a, Opaque b) =>
        ReferenceEquals(a, b) || (a.Source == b.Source && a.Subject == b.Subject && a.Answers == b.Answers);
}
