using Gatepost.Evidence.Dialog;

namespace Gatepost.Evidence.Relaying;

/// <summary>
/// Whether a server relays for strangers, with the reasons. Rests on reply codes and enhanced status codes at their place, on who
/// asked and on the controls; the words of a reply never count.
/// </summary>
/// <param name="State">Whether it relays.</param>
/// <param name="Reasons">Why, and what limits it, as half sentences; never empty. May quote the server: escape them.</param>
public sealed record RelayVerdict(RelayState State, IReadOnlyList<string> Reasons)
{
    /// <summary>Judges a test.</summary>
    public static RelayVerdict Of(RelayTest test)
    {
        if (!test.Consent.IsGiven) return new(RelayState.Unknown, [$"nothing was sent: {test.Consent.Reason}"]);
        if (test.ServesTesterDomain)
            return new(RelayState.Unknown, [$"{test.Target.TesterDomain} is the server's own: to take or refuse its recipients is not relaying. Name a domain of yours that it does not serve"]);
        return test.Forms.Any(static f => f.Outcome == RelayOutcome.Accepted) ? OfAccepting(test) : OfRefusing(test);
    }

    private static RelayVerdict OfAccepting(RelayTest test)
    {
        var controls = new RelayControlAnswers(test.Controls);
        var accepted = test.Forms.Where(static f => f.Outcome == RelayOutcome.Accepted).ToList();
        var vouched = accepted.Where(f => controls.Doubt(f.Probe) is null).ToList();
        var doubts = test.Dialogs.Select(d => Trust(d, test.Target)).OfType<string>()
            .Concat(vouched.Count > 0 ? [] : accepted.Select(f => controls.Doubt(f.Probe)).OfType<string>())
            .Concat(Inconsistency(test) is { } inconsistency ? [inconsistency] : [])
            .Distinct(StringComparer.Ordinal).ToList();
        var taken = Count(accepted, "taken at RCPT");
        if (doubts.Count > 0) return new(RelayState.Unknown, [.. doubts, taken]);
        return new(RelayState.Relays,
        [
            Count(vouched, "taken at RCPT for a stranger's domain"),
            $"asked from outside: {string.Join(", ", test.Sources)}",
            controls.Refusal(vouched[0].Probe),
            "no message was sent: that it would deliver was not tried",
        ]);
    }

    private static RelayVerdict OfRefusing(RelayTest test)
    {
        var deferred = test.Forms.Where(static f => f.Outcome == RelayOutcome.Deferred).ToList();
        var open = test.Forms.Where(static f => f.Outcome == RelayOutcome.NotAsked).ToList();
        var refused = test.Forms.Where(static f => f.Outcome == RelayOutcome.Refused).ToList();
        var other = test.Forms.Where(static f => f.Outcome == RelayOutcome.OtherReason).ToList();
        var reasons = new List<string>();
        if (deferred.Count > 0) reasons.Add(Count(deferred, "put off with 4yz, by greylisting most likely: ask again after some minutes"));
        if (open.Count > 0 || test.Forms.Count == 0) reasons.Add(Ending(test, open));
        var decides = refused.Any(static f => f.Probe.Number <= RelayForms.Plain);
        if (!decides && reasons.Count == 0) reasons.Add("every form that decides was refused for another reason than relaying");
        if (decides && new RelayControlAnswers(test.Controls).RefusesUs(refused) is { } blocked) reasons.Add(blocked);
        var isKnown = reasons.Count == 0;
        if (refused.Count > 0) reasons.Add(Count(refused, "refused for good"));
        if (other.Count > 0) reasons.Add(Count(other, "refused for another reason"));
        reasons.AddRange(test.LeftOut);
        return new(isKnown ? RelayState.Refuses : RelayState.Unknown, reasons);
    }

    private static string? Trust(DialogResult dialog, RelayTarget target) =>
        dialog.Recipients.All(static r => r.Reply is null) ? null
        : dialog.Login is { Accepted: true } ? "the session was logged in: what it may do, a stranger may not"
        : RelayVantage.Trust(RelayVantage.Seen(dialog, target.SeenAs), target.Address.Address);

    private static string? Inconsistency(RelayTest test)
    {
        var once = test.Forms.FirstOrDefault(static f => f.Probe.Number == RelayForms.Plain)?.Outcome;
        var again = test.Controls.FirstOrDefault(static c => c.Probe.Kind == RelayControlKind.Repeat)?.Outcome;
        return (once, again) is (RelayOutcome.Accepted, RelayOutcome.Refused) or (RelayOutcome.Refused, RelayOutcome.Accepted)
            ? "the plain form was once taken and once refused" : null;
    }

    private static string Ending(RelayTest test, List<RelayAnswer<RelayForm>> open)
    {
        var count = open.Count == 0 ? "no form was answered" : Count(open, "not answered");
        var last = test.Dialogs.FirstOrDefault(static d => !d.Outcome.IsComplete);
        if (last is null) return count;
        var said = last.Recipients.LastOrDefault(static a => a.Reply is not null)?.Reply ?? last.Banner;
        return last.Outcome.Detail is { } detail ? $"{count}: the dialog ended ({detail})"
            : said?.IsPermanent is not null ? $"{count}: the dialog ended after {said}" : $"{count}: the dialog ended";
    }

    private static string Count(List<RelayAnswer<RelayForm>> forms, string what)
    {
        var (noun, verb) = forms.Count == 1 ? ("form", "was") : ("forms", "were");
        return $"{forms.Count} {noun} {verb} {what} ({string.Join(", ", forms.Select(static f => f.Probe.Number))})";
    }
}
