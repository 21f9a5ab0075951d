namespace Gatepost.Evidence.Dialog;

/// <summary>A plan's commands in the order in which they would be sent, were every extension offered and every command accepted.</summary>
public static class DialogRehearsal
{
    /// <summary>The client's lines, with notes where something depends on the server. Pure.</summary>
    public static IReadOnlyList<WireLine> Of(DialogPlan plan)
    {
        var lines = new List<WireLine>();
        var isUnderTls = false;
        Note($"Trying {plan.Host}:{plan.Address.Port}...");
        if (plan.Proxy is { } proxy) Note($"PROXY protocol version {proxy.Version}: {ProxyHeaderLine.Text(proxy)}");
        if (plan.Tls == TlsMode.Implicit) StartTls("TLS from the first octet");
        Say(SmtpLine.Of(SmtpVerb.Ehlo, plan.Helo));
        if (plan.Tls is TlsMode.IfOffered or TlsMode.Required)
        {
            Say(SmtpLine.Of(SmtpVerb.StartTls));
            StartTls(plan.Tls == TlsMode.Required ? "TLS by STARTTLS; the end where it is not offered" : "TLS by STARTTLS, where it is offered");
            Say(SmtpLine.Of(SmtpVerb.Ehlo, plan.Helo));
        }

        if (plan.XClient is { } attributes)
        {
            Say(SmtpLine.Of(SmtpVerb.XClient, attributes));
            Say(SmtpLine.Of(SmtpVerb.Ehlo, plan.Helo));
        }

        if (plan.Login is { } login) Say(SmtpLine.Of(SmtpVerb.Auth, login.Mechanism ?? "the best mechanism offered", SmtpLine.Hidden));
        foreach (var step in EnvelopeStep.Of(plan.Envelopes))
            Say(SmtpLine.Of(step.Verb, step.Verb switch
            {
                SmtpVerb.Mail => plan.Envelopes[step.Envelope].Sender,
                SmtpVerb.Rcpt => plan.Envelopes[step.Envelope].Recipients[step.Recipient],
                _ => "",
            }));
        if (plan.Envelopes.Count > 0) Say(SmtpLine.Of(SmtpVerb.Rset));
        Say(SmtpLine.Of(SmtpVerb.Quit));
        return lines;

        void Note(string what) => lines.Add(new WireLine(WireKind.Note, what, TimeSpan.Zero));

        void Say(string line) => lines.Add(new WireLine(isUnderTls ? WireKind.ClientTls : WireKind.Client, line, TimeSpan.Zero));

        void StartTls(string how)
        {
            Note(how);
            isUnderTls = true;
        }
    }
}
