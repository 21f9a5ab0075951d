namespace Gatepost.Evidence.Dialog;

/// <summary>Holds SMTP dialogs: over sockets, from a recording, or a test's own.</summary>
public interface ISmtpDialer
{
    /// <summary>
    /// Holds one dialog. Never throws: what goes wrong is the result's outcome, also a token that is cancelled
    /// (<see cref="DialogFault.TimedOut"/>).
    /// </summary>
    ValueTask<DialogResult> Hold(DialogPlan plan, CancellationToken cancel);
}
