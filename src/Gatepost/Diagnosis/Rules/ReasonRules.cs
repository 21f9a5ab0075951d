using Gatepost.Diagnoses.Rules.Relay;

namespace Gatepost.Diagnoses.Rules;

/// <summary>
/// The reason rules, in the order in which they are asked; the first that fits decides. What names a specific thing stands
/// before what could mean many: a full mailbox before an unknown user, SPF before a block list, a block list before a policy.
/// </summary>
internal static class ReasonRules
{
    private static readonly NoRelaying Relaying = new();

    /// <summary>All of them; the last one always holds.</summary>
    public static IReadOnlyList<ReasonRule> All { get; } =
    [
        // What only one thing can be said in
        new Suppressed(),
        new MailboxFull(),
        Relaying,
        new ExceedLimit(),
        new MesgTooBig(),
        // Who sends, from where, and how fast
        new AuthFailure(),
        new RequirePtr(),
        new BadReputation(),
        new VirusDetected(),
        new TooManyConn(),
        new Speeding(),
        new NotCompliantRfc(),
        new SpamDetected(),
        new FailedStartTls(),
        new HasMoved(),
        new RelayInOtherWords(Relaying),
        new GenericRelayRefusal(Relaying),
        new NotAccept(),
        new Rejected(),
        new Blocked(),
        // The recipient
        new Suspend(),
        new UserUnknown(),
        new Filtered(),
        new HostUnknown(),
        // The way there
        new NetworkError(),
        new Expired(),
        new SystemFull(),
        new MailerError(),
        // The message, the session, and what is left
        new ContentError(),
        new PolicyViolation(),
        new SyntaxError(),
        new SecurityError(),
        new SystemError(),
        new OnHold(),
        new Undefined(),
    ];
}
