namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>Refusals that may come from the DNS of the recipient's domain, whatever their words.</summary>
internal static class FailedLookUp
{
    /// <summary>True where the sending side found no way to the domain, or where nothing was said at all.</summary>
    public static bool Fits(Case c) =>
        c.Reason is Reason.HostUnknown or Reason.NotAccept or Reason.NetworkError or Reason.SystemError or Reason.Expired or Reason.OnHold
        || (c.Reason == Reason.Undefined && c.Refusal.Reply.Text.Length == 0);

    /// <summary>True where the words name what was looked up (Postfix: <c>name=mx.example.org type=A</c>), and it is another name than the recipient's domain: an MX host's.</summary>
    public static bool IsOfAnotherName(Case c)
    {
        const string Mark = "name=";
        var at = c.Words.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || c.Roles.RecipientDomain is not { } domain) return false;
        var rest = c.Words.AsSpan(at + Mark.Length);
        var end = rest.IndexOfAny(" ,;:)");
        var name = (end < 0 ? rest : rest[..end]).TrimEnd('.');
        return name.Length > 0 && !name.Equals(domain, StringComparison.OrdinalIgnoreCase);
    }
}
