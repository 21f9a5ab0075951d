using Gatepost.Refusals;
using Gatepost.Refusals.Mail.Bounce;
using Gatepost.Smtp;

namespace Gatepost.Tests.Refusals.Mail.Bounce;

/// <summary>Reads a report's text and writes down what was found, a line for each recipient.</summary>
internal static class Reading
{
    /// <summary><c>software kind: recipient &lt; original | code status phase command | host address port | text | explanation</c>; what is not known is left out.</summary>
    public static string Of(string body, string subject = "", string from = "MAILER-DAEMON@mx.example.org", string failed = "", string mailer = "", string originalTo = "")
    {
        var text = new BounceText(body)
        {
            Subject = subject, From = from, To = "pat@example.org", FailedRecipients = failed, Mailer = mailer, OriginalTo = originalTo,
        };
        var findings = BounceDialects.Read(text, out var dialect);
        var kind = DelayWords.Kind(text) == RefusalKind.Delayed ? " delayed" : "";
        return string.Join('\n', findings.Select(f => $"{dialect?.Software ?? "-"}{kind}: {Line(f)}"));
    }

    private static string Line(Finding finding)
    {
        var d = finding.Detail;
        string[] said = [d.Reply.Code?.ToString() ?? "", d.Reply.Enhanced?.ToString() ?? "", d.Phase == SmtpPhase.Unknown ? "" : d.Phase.ToString(), d.Command ?? ""];
        string[] host = [d.RemoteMta ?? "", d.RemoteAddress ?? "", d.RemotePort?.ToString() ?? ""];
        return string.Join(" | ", [
            finding.Recipient + (finding.OriginalRecipient is null ? "" : " < " + finding.OriginalRecipient),
            string.Join(' ', said.Where(static s => s.Length > 0)),
            string.Join(' ', host.Where(static s => s.Length > 0)),
            d.Reply.Text]);
    }
}
