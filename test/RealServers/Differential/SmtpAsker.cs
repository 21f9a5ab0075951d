using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gatepost.RealServers.Mail;
using Gatepost.Relay;
using Gatepost.Smtp;

namespace Gatepost.RealServers.Differential;

/// <summary>Puts attempts to a real server, as a client at the attempt's address would. It never goes beyond RCPT.</summary>
internal sealed class SmtpAsker(IPEndPoint server)
{
    /// <summary>How long a session may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The client's certificate where an attempt has TLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>A command that says who the client is, given after STARTTLS and before HELO (XCLIENT); null for none.</summary>
    public Func<Attempt, string>? Introduce { get; init; }

    /// <summary>A sign that the server will never answer: it counts as closing the connection.</summary>
    public CancellationToken NeverAnswers { get; init; }

    /// <summary>The address to connect from; the attempt's client unless said otherwise.</summary>
    public Func<Attempt, IPAddress> Source { get; init; } = static attempt => attempt.Client;

    /// <summary>Asks about one attempt in a session of its own.</summary>
    public async Task<Observed> Ask(Attempt attempt) => (await Ask(attempt, [new Envelope(attempt.MailFrom, attempt.RcptTo)]))[0];

    /// <summary>
    /// Asks about many envelopes of one client with the session of an attempt, with RSET between them. Where the server ends the session it goes on with the next
    /// envelope in another one.
    /// </summary>
    public async Task<IReadOnlyList<Observed>> Ask(Attempt client, IReadOnlyList<Envelope> envelopes)
    {
        var answers = new List<Observed>(envelopes.Count);
        while (answers.Count < envelopes.Count)
        {
            var before = answers.Count;
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(NeverAnswers);
            cancel.CancelAfter(Patience);
            if (await Session(client, envelopes, answers, cancel.Token) is not { } end) continue;
            // Whatever happens before MAIL happens to every envelope; a session that ends later only to the one it ends with.
            var lost = answers.Count == before ? envelopes.Count - before : 0;
            for (var i = 0; i < lost; i++) answers.Add(end);
        }

        return answers;
    }

    // Gives how the session came to its end before the first MAIL; null where it came so far.
    private async Task<Observed?> Session(Attempt client, IReadOnlyList<Envelope> envelopes, List<Observed> answers, CancellationToken cancel)
    {
        var phase = SmtpPhase.Connect;
        var isOpen = false;
        try
        {
            using var session = await SmtpSession.Open(Source(client), server, cancel);
            foreach (var (command, at) in Opening(client))
            {
                phase = at;
                var reply = command is null ? await session.Read() : await session.Say(command);
                if (reply[0] is not '2') return Observed.Of(reply, at);
                if (command == StartTls) await session.StartTls(Certificate);
            }

            isOpen = true;
            while (answers.Count < envelopes.Count)
            {
                var envelope = envelopes[answers.Count];
                phase = SmtpPhase.Mail;
                var reply = await session.Say($"MAIL FROM:<{envelope.From}>");
                if (reply[0] is '2')
                {
                    phase = SmtpPhase.Rcpt;
                    reply = await session.Say($"RCPT TO:<{envelope.To}>");
                }

                answers.Add(Observed.Of(reply, phase));
                phase = SmtpPhase.Other;
                if (answers.Count < envelopes.Count && (await session.Say("RSET"))[0] is not '2') return null;
            }
        }
        catch (Exception e) when (e is IOException || NeverAnswers.IsCancellationRequested)
        {
            if (!isOpen) return Observed.Closed(phase);
            // A server that hangs up after its answer (421, 521) has answered.
            if (phase != SmtpPhase.Other) answers.Add(Observed.Closed(phase));
        }

        return null;
    }

    private const string StartTls = "STARTTLS";

    // The commands before MAIL with their phases; null stands for the greeting.
    private IEnumerable<(string? Command, SmtpPhase Phase)> Opening(Attempt client)
    {
        yield return (null, SmtpPhase.Connect);
        if (client.Tls is not null)
        {
            yield return ($"EHLO {client.Helo ?? "starttls.invalid"}", SmtpPhase.Ehlo);
            yield return (StartTls, SmtpPhase.StartTls);
        }

        if (Introduce is not null) yield return (Introduce(client), SmtpPhase.Connect);
        if (client.Helo is not null) yield return ($"EHLO {client.Helo}", SmtpPhase.Ehlo);
        if (client.Login is { } login) yield return ($"AUTH PLAIN {Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{login.User}\0{login.User}"))}", SmtpPhase.Auth);
    }
}
