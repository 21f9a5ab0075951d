using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary>A condition of <c>${if</c> (specification chapter 11, section 7).</summary>
internal abstract class Test
{
    private Choices<Truth>? _compiled;

    /// <summary>The condition as written.</summary>
    public required string Written { get; init; }

    /// <summary>Where it stands.</summary>
    public required Origin Origin { get; init; }

    /// <summary>What tells it from others with the same words: the place, where its value depends on that.</summary>
    public string Subject => UsesVariables || UsesScope ? $"at {Origin}" : "attempt";

    public abstract bool IsOutside { get; }

    public virtual bool MayFail => true;

    public virtual bool UsesScope => false;

    public virtual bool UsesVariables => false;

    /// <summary>Decides it for one attempt; a match leaves its groups in the scope.</summary>
    public abstract Truth Decide(ref Scope scope);

    /// <summary>The test as conditions on the attempt.</summary>
    public Choices<Truth> Compile() => _compiled ??= (UsesScope ? null : Compiled()) ?? Whole();

    /// <summary>The test taken apart; null where it can only be decided as a whole.</summary>
    protected abstract Choices<Truth>? Compiled();

    private Choices<Truth> Whole() => IsOutside
        ? Choices.If(new Opaque(Written, Subject, 1, Origin) { MayFail = true }, Truth.Yes, Truth.No)
        : ComputedTest.Of(Written, Subject, Origin, Decide, MayFail);

    private Truth Decide(Session session)
    {
        var scope = Scope.Of(session);
        return Decide(ref scope);
    }
}
