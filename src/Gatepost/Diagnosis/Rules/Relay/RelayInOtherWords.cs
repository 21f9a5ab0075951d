namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>Relay denials that do not say "relaying denied" in so many words, and what sounds like them without being one.</summary>
internal sealed class RelayInOtherWords(NoRelaying relaying) : ReasonRule
{
    public override Reason Reason => Reason.NoRelaying;

    public override Cause Cause => relaying.Cause;

    public override IReadOnlyList<string> Says { get; } =
    [
        .. RelayWords.Bare, .. RelayWords.DemandsLogin, .. RelayWords.NotOurDomain, .. RelayWords.Tenant, .. RelayWords.ReverseDns,
        "email address is not verified", "following identities failed",
    ];

    public override IReadOnlyList<string> Unless => RelayWords.SoundsAlike;

    public override IReadOnlyList<string> Examples =>
    [
        "550 not local host example.org, not a gateway",
        "500 Unauthorized relay msg rejected",
        "550 this is not an open relay, so get lost",
        "550 I cannot deliver mail for <pat@example.org>",
        "550 relaying to <pat@example.org> prohibited by administrator",
        "571 pat@example.org prohibited. Unauthorised use as a mail relay is forbidden",
        "550 5.7.1 Message refused: this host is not permitted to use us as a relay",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.7.1 Message rejected as spam by relay filter of example.org",
        "452 4.3.1 daily relay quota exceeded",
    ];
}
