namespace Gatepost.Relay;

/// <summary>What follows when a rule's condition holds. A closed set.</summary>
public abstract record Verdict
{
    private Verdict() { }

    /// <summary>Ask the next rule.</summary>
    public sealed record Next : Verdict
    {
        /// <summary>The only one needed.</summary>
        public static Next Instance { get; } = new();
    }

    /// <summary>This list is content: go on with the next list, or where this list was entered from another, end that one too.</summary>
    public sealed record Permit : Verdict
    {
        /// <summary>The only one needed.</summary>
        public static Permit Instance { get; } = new();
    }

    /// <summary>This list ends as if it had run out of rules: go on after the rule that entered it, or with the next list.</summary>
    public sealed record Leave : Verdict
    {
        /// <summary>The only one needed.</summary>
        public static Leave Instance { get; } = new();
    }

    /// <summary>This stage is content: its other lists are not asked.</summary>
    public sealed record PermitStage : Verdict
    {
        /// <summary>The only one needed.</summary>
        public static PermitStage Instance { get; } = new();
    }

    /// <summary>The recipient is accepted; nothing else is asked.</summary>
    /// <param name="Discards">True where the message is taken and thrown away.</param>
    public sealed record Accept(bool Discards = false) : Verdict;

    /// <summary>The attempt is refused (5yz) or deferred (4yz).</summary>
    /// <param name="Reply">The reply; null where the server closes the connection without one.</param>
    public sealed record Refuse(ReplyText? Reply) : Verdict;

    /// <summary>Ask the rules of another list, then go on.</summary>
    public sealed record Enter(RuleList List) : Verdict;

    /// <summary>If the attempt would be accepted after all stages, defer it before <see cref="RelayPolicy.Otherwise"/> is asked (Postfix: defer_if_permit).</summary>
    public sealed record DeferIfPermit(ReplyText Reply) : Verdict;

    /// <summary>
    /// If a later rule of this stage would refuse for good, defer instead (Postfix: defer_if_reject). A list in which this and
    /// <see cref="DeferIfPermit"/> are pending ends: whatever follows, the attempt is deferred.
    /// </summary>
    public sealed record DeferIfReject(ReplyText Reply) : Verdict;
}
