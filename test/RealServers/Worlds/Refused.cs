using System.Text;
using Gatepost.RealServers.Mail;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.RealServers.Worlds;

/// <summary>Makes an attempt and reads the refusal off what the real server said.</summary>
internal static class Refused
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan s_connect = TimeSpan.FromSeconds(4);

    /// <summary>The refusal, as the client's own server would report it; null where the recipient was taken.</summary>
    public static async Task<Refusal?> By(Attempt attempt)
    {
        using var patience = new CancellationTokenSource(s_connect);
        SmtpSession session;
        try
        {
            session = await SmtpSession.Open(attempt.Client, attempt.Address, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // The words are those that Postfix's smtp(8) has for it.
            return Of(attempt, $"connect to {attempt.Target}[{attempt.Server.Address}]:{attempt.Port}: Connection timed out", SmtpPhase.Connect, AuthState.Unknown);
        }

        using (session)
        {
            patience.CancelAfter(s_patience);
            var greeting = await session.Read();
            if (Refuses(greeting)) return Of(attempt, greeting, SmtpPhase.Connect, AuthState.Unknown);
            var offer = await session.Say($"EHLO [{attempt.Client}]");
            var auth = offer.Contains("AUTH ", StringComparison.Ordinal) ? AuthState.OfferedNotUsed : AuthState.NotOffered;
            if (attempt.User is { } user)
            {
                var login = await session.Say("AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{attempt.Password ?? user}")));
                if (Refuses(login)) return Of(attempt, login, SmtpPhase.Auth, AuthState.Failed);
                auth = AuthState.Used;
            }

            var sender = await session.Say($"MAIL FROM:<{attempt.Sender}>");
            if (Refuses(sender)) return Of(attempt, sender, SmtpPhase.Mail, auth);
            var recipient = await session.Say($"RCPT TO:<{attempt.Recipient}>");
            return Refuses(recipient) ? Of(attempt, recipient, SmtpPhase.Rcpt, auth) : null;
        }
    }

    private static bool Refuses(string reply) => reply[0] is '4' or '5';

    private static Refusal Of(Attempt attempt, string reply, SmtpPhase phase, AuthState auth) => new()
    {
        Format = InputFormat.Transcript,
        Source = new SourceSpan("attempt", 0),
        Reply = Reply.Parse(reply),
        Phase = phase,
        Sender = attempt.Sender,
        Recipient = attempt.Recipient,
        RemoteMta = attempt.Target,
        RemoteAddress = attempt.Server.Address.ToString(),
        RemotePort = attempt.Port,
        ClientAddress = attempt.Client.ToString(),
        Helo = $"[{attempt.Client}]",
        Login = attempt.User,
        Auth = auth,
    };
}
