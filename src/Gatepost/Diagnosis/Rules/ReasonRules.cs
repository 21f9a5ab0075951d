using Gatepost.Diagnoses.Rules.Relay;

namespace Gatepost.Diagnoses.Rules;

/// <summary>The reason rules, in the order in which they are asked; the first that fits decides.</summary>
internal static class ReasonRules
{
    private static readonly NoRelaying Relaying = new();

    /// <summary>All of them; the last one always holds.</summary>
    public static IReadOnlyList<ReasonRule> All { get; } =
    [
        new MailboxFull(),
        Relaying,
        new RelayInOtherWords(Relaying),
        new GenericRelayRefusal(Relaying),
        new Undefined(),
    ];
}
