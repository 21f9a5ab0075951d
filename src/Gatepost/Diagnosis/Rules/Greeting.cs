using Gatepost.Smtp;

namespace Gatepost.Diagnoses.Rules;

/// <summary>A server that turns a client away before it has said what it wants.</summary>
internal static class Greeting
{
    /// <summary>
    /// True where the greeting, or the answer to EHLO, is a refusal without an enhanced status: whatever the words, it is the
    /// client's address or name that was looked at. A fault of the server's own has a status of X.3.x.
    /// </summary>
    public static bool TurnsAway(Case c) =>
        c.Refusal.Phase is SmtpPhase.Connect or SmtpPhase.Ehlo && c.Code is 421 or >= 500 && c.Refusal.Reply.Enhanced is null;
}
