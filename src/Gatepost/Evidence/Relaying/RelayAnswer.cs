using Gatepost.Smtp;

namespace Gatepost.Evidence.Relaying;

/// <summary>A server's answer to a <see cref="RelayProbe"/>. The outcome follows from codes at their place, never from words.</summary>
/// <param name="Probe">What was asked.</param>
/// <param name="Reply">The reply to RCPT, or to MAIL where that was refused; null where there was none.</param>
/// <param name="Phase">The command that the reply answers.</param>
public sealed record RelayAnswer<TProbe>(TProbe Probe, Reply? Reply, SmtpPhase Phase) where TProbe : RelayProbe
{
    /// <summary>What it comes to.</summary>
    public RelayOutcome Outcome => Reply?.Code switch
    {
        >= 200 and < 300 => Phase == SmtpPhase.Rcpt ? RelayOutcome.Accepted : RelayOutcome.NotAsked,
        421 => RelayOutcome.NotAsked,
        >= 400 and < 500 => RelayOutcome.Deferred,
        530 => RelayOutcome.Refused,
        >= 500 and < 600 => Phase == SmtpPhase.Rcpt && !IsForAnotherReason(Reply) ? RelayOutcome.Refused : RelayOutcome.OtherReason,
        _ => RelayOutcome.NotAsked,
    };

    /// <summary>True where the other was answered with the same codes.</summary>
    public bool IsAlike<TOther>(RelayAnswer<TOther> other) where TOther : RelayProbe =>
        Reply?.Code is not null && Reply.Code == other.Reply?.Code && Reply.Enhanced == other.Reply.Enhanced;

    // 500, 502 to 504: the command, not the address; 552: size; 556 and X.1.10: null MX (RFC 7504, 7505); X.1.2: the domain;
    // X.1.7, X.1.8: the sender's address; X.7.23 to X.7.27: SPF, PTR, the sender's null MX (RFC 7372, 7505).
    private static bool IsForAnotherReason(Reply reply) =>
        reply.Code is 500 or (>= 502 and <= 504) or 552 or 556
        || reply.Enhanced is { Subject: 1, Detail: 2 or 7 or 8 or 10 } or { Subject: 7, Detail: >= 23 and <= 27 };
}
