using System.Text;
using Gatepost.Evidence.Dialog;

namespace Gatepost.Reports;

/// <summary>The dialog that a plan would hold, as text: for --dry-run.</summary>
public static class PlanText
{
    /// <summary>Appends what would be said, a command a line, indented by two blanks.</summary>
    public static void Append(DialogPlan plan, StringBuilder output)
    {
        if (plan.Proxy is { } proxy) Line(output, $"PROXY protocol version {proxy.Version}: client {proxy.Source}");
        if (plan.Tls == TlsMode.Implicit) Line(output, "(TLS from the first octet)");
        Line(output, $"EHLO {plan.Helo}");
        if (plan.Tls == TlsMode.IfOffered) Line(output, "STARTTLS, where it is offered; then EHLO again");
        if (plan.Tls == TlsMode.Required) Line(output, "STARTTLS; without it, QUIT. Then EHLO again");
        if (plan.XClient is { } attributes) Line(output, $"XCLIENT {attributes}, where it is offered; then EHLO again");
        if (plan.Login is { } login) Line(output, $"AUTH {login.Mechanism ?? "by the best mechanism that both sides know"}: user {login.User}, the password is never shown");
        foreach (var envelope in plan.Envelopes)
        {
            Line(output, $"MAIL FROM:<{envelope.Sender}>");
            foreach (var recipient in envelope.Recipients) Line(output, $"RCPT TO:<{recipient}>");
            Line(output, "RSET");
        }

        Line(output, "QUIT");
    }

    private static void Line(StringBuilder output, string text) => output.Append("  ").Append(Escape.Line(text)).Append('\n');
}
