using Gatepost.Smtp;

namespace Gatepost.Evidence.Dialog;

/// <summary>How a dialog ended: at which phase, and how.</summary>
/// <param name="Phase">The phase at which it ended; the last one reached where nothing went wrong.</param>
/// <param name="Fault">What ended it.</param>
/// <param name="Detail">Half a sentence for people; null where the two say it all. Hostile where it quotes the server.</param>
public readonly record struct DialogOutcome(SmtpPhase Phase, DialogFault Fault, string? Detail = null)
{
    /// <summary>True where the plan was carried out.</summary>
    public bool IsComplete => Fault == DialogFault.None;
}
