using Gatepost.Evidence.Dialog;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Relaying;

/// <summary>
/// Tests whether a server relays for strangers. The first dialog puts the plain forms and learns the server's name; the others
/// follow, a few at a time, unless the server closed, slowed down or stopped answering. Nothing goes further than RCPT.
/// </summary>
public sealed class RelayTester(ISmtpDialer dialer, TimeProvider clock)
{
    private const int MostDialogsAtOnce = 3;

    /// <summary>
    /// Tests a server. Without consent nothing is sent. Never throws; a token that is cancelled leaves the rest unanswered.
    /// </summary>
    /// <param name="target">The server and the tester.</param>
    /// <param name="consent">The operator's consent.</param>
    /// <param name="random">Chooses the local part that nobody has; one seed gives one test.</param>
    /// <param name="cancel">Ends the test.</param>
    public async Task<RelayTest> Test(RelayTarget target, RelayConsent consent, Random random, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        var test = new RelayTest(target, consent) { StartedAt = clock.GetUtcNow() };
        if (!consent.IsGiven) return test;

        var unknown = RelayControls.UnknownLocalPart(random);
        var names = RelayNames.Of(target, look: null);
        if (names.Include(target.TesterDomain)) return test with { Host = names.Host, ServesTesterDomain = true };
        var context = new RelayContext(target.TesterDomain, target.Address.Address, target.Helo) { Host = names.Host, LocalDomain = names.LocalDomain };
        var controls = new RelayControls(context, unknown);
        List<RelayProbe> first = [.. RelayForms.For(context).Forms.Where(static f => f.Number <= RelayForms.Plain), controls.ImpossibleDomain(),
            .. controls.At(names.Named, RelayControlKind.UnknownAtNamedDomain)];
        var dialogs = new List<DialogResult>();
        var answers = new Dictionary<RelayProbe, RecipientAnswer>();
        var goesOn = await Hold(target, [new RelaySession(first)], dialogs, answers, cancel).ConfigureAwait(false);

        names = RelayNames.Of(target, dialogs[0]);
        context = context with { Host = names.Host, LocalDomain = names.LocalDomain };
        var serves = names.Include(target.TesterDomain);
        goesOn &= !serves;
        var forms = RelayForms.For(context);
        List<RelayProbe> rest = [.. controls.At(names.Learned, RelayControlKind.UnknownAtLearnedDomain), .. controls.Nameless(), .. forms.Forms.Except(first), controls.Repeat()];
        foreach (var wave in RelaySession.Of(rest).Chunk(MostDialogsAtOnce))
            goesOn = goesOn && await Hold(target, wave, dialogs, answers, cancel).ConfigureAwait(false);

        return test with
        {
            Host = names.Host,
            Forms = [.. forms.Forms.Select(f => Answer(f, answers))],
            Controls = [.. first.Concat(rest).OfType<RelayControl>().Select(c => Answer(c, answers))],
            LeftOut = forms.LeftOut,
            ServesTesterDomain = serves,
            Dialogs = dialogs,
            Elapsed = clock.GetElapsedTime(start),
        };
    }

    // Holds a wave of sessions; false where the server is to be left alone.
    private async Task<bool> Hold(
        RelayTarget target, RelaySession[] wave, List<DialogResult> dialogs, Dictionary<RelayProbe, RecipientAnswer> answers, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested && dialogs.Count > 0) return false;
        var results = await Task.WhenAll(wave.Select(s => dialer.Hold(target.Plan(s.Envelopes), cancel).AsTask())).ConfigureAwait(false);
        var goesOn = true;
        for (var i = 0; i < results.Length; i++)
        {
            dialogs.Add(results[i]);
            foreach (var (probe, answer) in wave[i].Answers(results[i])) answers[probe] = answer;
            goesOn &= wave[i].Invites(results[i]);
        }

        return goesOn;
    }

    private static RelayAnswer<T> Answer<T>(T probe, Dictionary<RelayProbe, RecipientAnswer> answers) where T : RelayProbe =>
        answers.TryGetValue(probe, out var answer) ? new(probe, answer.Reply, answer.Phase) : new(probe, null, SmtpPhase.Unknown);
}
