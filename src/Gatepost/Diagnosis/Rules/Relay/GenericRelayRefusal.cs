namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>
/// Relay denials in words that say nothing of relaying: some servers answer for a domain that is not theirs as they answer
/// for an unknown user. Asked for exact forms only. "Insecure mail relay" is of the relay family as well;
/// its cause is the sending host's name as an open relay.
/// </summary>
internal sealed class GenericRelayRefusal(NoRelaying relaying) : ReasonRule
{
    public override Reason Reason => Reason.NoRelaying;

    public override Cause Cause => relaying.Cause;

    public override IReadOnlyList<string> Says => ["^invalid recipient", "^unable to deliver to", "^local user only", "^(insecure|unsecured) mail relay"];

    public override IReadOnlyList<string> Examples =>
    [
        "550 Invalid recipient",
        "550 Invalid recipient: <pat@example.org>",
        "5.7.1 Unable to deliver to <pat@example.org>",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.1.1 Invalid recipient",
        "550 Invalid recipient address, user does not exist",
        "550 Unable to deliver to <pat@example.org>: mailbox full",
    ];

    internal override bool Holds(Case c)
    {
        if (!c.WordsAreTheReply) return false;
        var words = c.Words.AsSpan();
        if (words.StartsWith("Invalid recipient", StringComparison.OrdinalIgnoreCase))
            return c.Refusal.Reply.Enhanced is null && c.Code is 550 or null && IsAddressOrNothing(words["Invalid recipient".Length..]);
        if (words.StartsWith("Unable to deliver to", StringComparison.OrdinalIgnoreCase))
            return c.Refusal.Reply.Enhanced is { } status && status.Is(7, 1) && IsAddressOrNothing(words["Unable to deliver to".Length..]);
        return true;
    }

    private static bool IsAddressOrNothing(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim(": .,");
        return rest.IsEmpty || (rest.IndexOf(' ') < 0 && rest.Contains('@'));
    }
}
