using Gatepost.Smtp;

namespace Gatepost.Refusals.Transcripts;

/// <summary>Turns what a session saw refused into refusals.</summary>
internal static class TranscriptRefusals
{
    public static IEnumerable<Refusal> Of(Transcript session, InputFormat format, string source, int firstLine, ReadLimits limits)
    {
        var software = ServerSoftware.Of(session.Banner?.Reply.Text);
        foreach (var refused in session.Refusals())
        {
            var exchange = refused.Exchange;
            var reply = exchange.Reply;
            if (reply.Text.Length > limits.TextLength) reply = reply with { Text = reply.Text[..limits.TextLength] };
            yield return new Refusal
            {
                Format = format,
                Source = new SourceSpan(source, exchange.Line == 0 ? 0 : exchange.Line + firstLine - 1),
                Kind = reply.IsPermanent == false ? RefusalKind.Delayed : RefusalKind.Failed,
                Reply = reply,
                Recipient = refused.Recipient,
                Sender = refused.Sender,
                Phase = exchange.Phase,
                Command = exchange.Command,
                RemoteMta = session.Host ?? session.BannerHost,
                RemoteAddress = session.Address,
                RemotePort = session.Port,
                Helo = session.Helo,
                Auth = AuthAt(session, exchange),
                Software = software,
                Time = exchange.Time,
            };
        }
    }

    /// <summary>What is known of AUTH when <paramref name="exchange"/> took place.</summary>
    public static AuthState AuthAt(Transcript session, Exchange exchange)
    {
        var isOffered = (bool?)null;
        var isFailed = false;
        var isShown = false;
        foreach (var earlier in session.Exchanges)
        {
            if (earlier is { Phase: SmtpPhase.Auth, Reply.Code: 235 }) return AuthState.Used;
            if (earlier is { Phase: SmtpPhase.Auth, IsRefused: true }) isFailed = true;
            if (earlier is { Phase: SmtpPhase.Ehlo, IsRefused: false } && earlier.Command?.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase) == true)
                isOffered = earlier.Lines.Any(static l => l.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) && l.Length > 4 && l[4] is ' ' or '=');
            isShown |= earlier.Command is not null && earlier.Phase == SmtpPhase.Ehlo;
            if (ReferenceEquals(earlier, exchange)) break;
        }

        if (isFailed) return AuthState.Failed;
        if (exchange.Phase == SmtpPhase.Connect) return AuthState.Unknown;
        return isOffered switch
        {
            true => AuthState.OfferedNotUsed,
            false => AuthState.NotOffered,
            _ => isShown ? AuthState.NotUsed : AuthState.Unknown,
        };
    }
}
