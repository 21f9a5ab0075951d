namespace Gatepost.Evidence.Dialog;

/// <summary>What the wire's last line says of a fault, in swaks' words where it has them.</summary>
internal static class FaultWords
{
    public static string For(DialogOutcome outcome, DialogPlan plan, bool isConnected)
    {
        var words = outcome.Fault switch
        {
            DialogFault.TimedOut when outcome.Detail is null && !isConnected => $"Timeout ({Seconds(plan.Limits.Connect)} secs) connecting to {plan.Host}:{plan.Address.Port}",
            DialogFault.TimedOut when outcome.Detail is null => $"Timeout ({Seconds(plan.Limits.Reply)} secs) waiting for server response",
            DialogFault.TimedOut => "Timeout",
            DialogFault.ConnectionRefused => $"Error connecting to {plan.Host}:{plan.Address.Port}: connection refused",
            DialogFault.Unreachable => $"Error connecting to {plan.Host}:{plan.Address.Port}: unreachable",
            DialogFault.Closed => "Remote host closed connection unexpectedly.",
            DialogFault.ClosedWith421 => "Remote host closes the connection (421)",
            DialogFault.Malformed => "This is no SMTP reply",
            DialogFault.TooLong => "Too much is said",
            DialogFault.TlsFailed => "TLS startup failed",
            DialogFault.TlsNotOffered => "Host did not advertise STARTTLS",
            DialogFault.Stopped => "Stopped by our own rules",
            DialogFault.NotTried => "Not tried",
            DialogFault.Refused => "Refused",
            _ => "",
        };
        return outcome.Detail is null ? words : $"{words} ({outcome.Detail})";
    }

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.##");
}
