using System.Security.Cryptography.X509Certificates;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>Asks the real Postfix.</summary>
/// <param name="place">Where it runs.</param>
/// <param name="certificate">The client certificate with a fingerprint.</param>
internal sealed class PostfixOracle(PostfixPlace place, Func<string, X509Certificate2> certificate)
{
    /// <summary>
    /// What Postfix answers to each question, in the order of the questions; null where Postfix does not start with these files. Questions with the same client are asked in
    /// one session.
    /// </summary>
    public async Task<IReadOnlyList<Observed>?> Ask(PostfixFiles files, IReadOnlyList<PostfixQuestion> questions)
    {
        if (await place.Start(files) is not null) return null;
        var answers = new Observed[questions.Count];
        var sessions = Enumerable.Range(0, questions.Count)
            .GroupBy(i => (questions[i].Listener, Session: questions[i].Attempt with { MailFrom = "", RcptTo = "" }));
        foreach (var session in sessions)
        {
            var client = session.Key.Session;
            var envelopes = session.Select(i => new Envelope(questions[i].Attempt.MailFrom, questions[i].Attempt.RcptTo)).ToList();
            foreach (var (index, answer) in session.Zip(await Asker(session.Key.Listener, client).Ask(client, envelopes))) answers[index] = answer;
        }

        return answers;
    }

    /// <summary>What the Postfix that is running answers to one question in a session of its own: whatever came before it in a session may matter to Postfix.</summary>
    public async Task<Observed> AskAlone(PostfixQuestion question) => await Asker(question.Listener, question.Attempt).Ask(question.Attempt);

    private SmtpAsker Asker(string listener, Attempt client) => new(place.EndPoint(listener, client.Client.AddressFamily))
    {
        Certificate = client.Tls?.Fingerprint is { } fingerprint ? certificate(fingerprint) : null,
        NeverAnswers = place.Log.Died(listener),
    };
}
