namespace Gatepost.Refusals.Logs.Exim;

/// <summary>
/// One host's refusal, before Exim tried the next: <c>[H=name [ip]: ]SMTP error from remote mail server after …: 451 …</c>.
/// What became of the recipient stands on a line of its own.
/// </summary>
internal static class EximHostError
{
    public static Refusal? Read(string text)
    {
        var fields = EximFields.Read(text, skipsWords: false);
        var rest = fields.IsText ? fields.Rest : text;
        if (!rest.StartsWith("SMTP error from remote mail") && !rest.StartsWith("LMTP error from remote mail")) return null;
        var error = EximRemoteError.Read(rest);
        return new Refusal
        {
            Format = InputFormat.Exim,
            Source = default,
            Kind = RefusalKind.Delayed,
            Reply = error.Reply,
            Recipient = error.Phase == Smtp.SmtpPhase.Rcpt ? LogText.PathOf(error.Command) : null,
            Sender = error.Phase == Smtp.SmtpPhase.Mail ? LogText.PathOf(error.Command) : null,
            Phase = error.Phase,
            Command = error.Command,
            RemoteMta = fields.HostName ?? error.Host.Name,
            RemoteAddress = fields.Address ?? error.Host.Address,
            RemotePort = fields.Port ?? error.Host.Port,
        };
    }
}
