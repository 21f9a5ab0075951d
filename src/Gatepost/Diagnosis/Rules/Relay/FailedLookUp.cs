namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>Refusals that may come from the DNS of the recipient's domain, whatever their words.</summary>
internal static class FailedLookUp
{
    /// <summary>True where the sending side found no way to the domain, or where nothing was said at all.</summary>
    public static bool Fits(Case c) =>
        c.Reason is Reason.HostUnknown or Reason.NotAccept or Reason.NetworkError or Reason.SystemError or Reason.Expired or Reason.OnHold
        || (c.Reason == Reason.Undefined && c.Refusal.Reply.Text.Length == 0);
}
