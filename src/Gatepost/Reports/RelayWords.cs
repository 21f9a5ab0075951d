using Gatepost.Evidence.Relaying;

namespace Gatepost.Reports;

/// <summary>What the reports of a relay test call things.</summary>
internal static class RelayWords
{
    public static string Of(RelayState value) => value switch
    {
        RelayState.Relays => "relays",
        RelayState.Refuses => "refuses",
        _ => "unknown",
    };

    public static string Of(RelayOutcome value) => value switch
    {
        RelayOutcome.Accepted => "accepted",
        RelayOutcome.Refused => "refused",
        RelayOutcome.Deferred => "deferred",
        RelayOutcome.OtherReason => "other-reason",
        _ => "not-asked",
    };

    public static string Of(RelayControlKind value) => value switch
    {
        RelayControlKind.UnknownAtNamedDomain => "unknown-at-named-domain",
        RelayControlKind.UnknownAtLearnedDomain => "unknown-at-learned-domain",
        RelayControlKind.UnknownAtLiteral => "unknown-at-literal",
        RelayControlKind.UnknownBare => "unknown-bare",
        RelayControlKind.Postmaster => "postmaster",
        RelayControlKind.ImpossibleDomain => "impossible-domain",
        _ => "repeat",
    };

    /// <summary>For people.</summary>
    public static string Text(RelayOutcome value) => value switch
    {
        RelayOutcome.OtherReason => "refused for another reason",
        RelayOutcome.NotAsked => "not answered",
        _ => Of(value),
    };

    /// <summary>For people.</summary>
    public static string Text(RelayControlKind value) => value switch
    {
        RelayControlKind.Postmaster => "postmaster",
        RelayControlKind.ImpossibleDomain => "a domain that cannot exist",
        RelayControlKind.Repeat => "form 2 once more",
        _ => "a recipient nobody has",
    };
}
