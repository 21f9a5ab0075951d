using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Evidence.Probing;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Diagnoses;

/// <summary>What a probe comes to.</summary>
/// <param name="Kind">The one word.</param>
/// <param name="Says">The same as one sentence, with the names.</param>
/// <param name="Diagnosis">Where mail is refused or cannot be sent: why, and whose job it is; null where it is taken, or where there is nothing to go by.</param>
/// <param name="Observations">What it rests on.</param>
public sealed record ProbeVerdict(ProbeVerdictKind Kind, string Says, Diagnosis? Diagnosis, Observations Observations)
{
    /// <summary>Reads the verdict off what was observed of a recipient's domain.</summary>
    public static ProbeVerdict Of(Observations observations, Rulebook? rulebook = null)
    {
        var book = rulebook ?? Rulebook.Default;
        var domain = observations.Inquiry.Domain ?? "the domain";
        if (observations.Domain is { Route: not (MailRoute.Records or MailRoute.Implicit or MailRoute.Unknown) } survey)
            return new ProbeVerdict(ProbeVerdictKind.NoMail, NoMail(survey, domain), Judge(book, observations, null), observations);

        var answers = observations.MxDialogs.Select(d => (Dialog: d, Verdict: MxVerdicts.Of(d, book.SaysRelay))).ToList();
        var kind = KindOf(observations, answers.Select(static a => a.Verdict).ToList());
        var refused = answers.FirstOrDefault(static a => a.Verdict == MxVerdict.RefusesRelay).Dialog
            ?? answers.FirstOrDefault(static a => a.Verdict == MxVerdict.Refuses).Dialog
            ?? answers.FirstOrDefault(static a => a.Verdict == MxVerdict.Defers).Dialog;
        var diagnosis = kind is ProbeVerdictKind.Refuses or ProbeVerdictKind.Mixed or ProbeVerdictKind.Defers or ProbeVerdictKind.Unreachable
            ? Judge(book, observations, refused) : null;
        return new ProbeVerdict(kind, Sentence(kind, observations, domain), diagnosis, observations);
    }

    private static ProbeVerdictKind KindOf(Observations observations, List<MxVerdict> verdicts)
    {
        var said = verdicts.Where(static v => v is MxVerdict.Accepts or MxVerdict.Refuses or MxVerdict.RefusesRelay or MxVerdict.Defers).Distinct().ToList();
        if (said.Count == 0)
            return verdicts.Count > 0 && verdicts.All(static v => v == MxVerdict.Unreachable) ? ProbeVerdictKind.Unreachable : ProbeVerdictKind.Unknown;
        // What another server said in the place of the MX hosts is a refusal, not their verdict.
        var isAnothers = observations.Facts.Any(static f => f is { Kind: FactKind.Identity, Value: "another" });
        if (said.All(static v => v == MxVerdict.Accepts)) return isAnothers ? ProbeVerdictKind.Unknown : ProbeVerdictKind.Accepts;
        var refuses = said.Exists(static v => v is MxVerdict.Refuses or MxVerdict.RefusesRelay);
        if (said.Contains(MxVerdict.Accepts)) return refuses ? ProbeVerdictKind.Mixed : ProbeVerdictKind.Accepts;
        return refuses ? ProbeVerdictKind.Refuses : ProbeVerdictKind.Defers;
    }

    // The refusal that was met, as if a sending server had met it.
    private static Diagnosis? Judge(Rulebook book, Observations observations, DialogResult? dialog)
    {
        var answer = dialog is { Recipients.Count: > 0 } ? dialog.Recipients[0] : null;
        var refusal = new Refusal
        {
            Format = InputFormat.Transcript,
            Source = new SourceSpan("probe", 0, 0),
            Kind = answer?.Reply?.Code is >= 400 and < 500 ? RefusalKind.Delayed : RefusalKind.Failed,
            Reply = answer?.Reply ?? Reply.Empty,
            Phase = answer?.Phase ?? SmtpPhase.Connect,
            Recipient = answer?.Recipient ?? observations.Inquiry.Recipient ?? $"postmaster@{observations.Inquiry.Domain}",
            Sender = observations.Inquiry.Sender,
            RemoteMta = dialog?.Plan.Host,
            RemoteAddress = dialog?.Plan.Address.Address.ToString(),
            RemotePort = dialog?.Plan.Address.Port,
            Time = dialog?.StartedAt,
        };
        IReadOnlyList<Fact> facts = dialog is null ? observations.Facts : [.. observations.Facts, Asked(observations, dialog)];
        var diagnosis = book.Diagnose(refusal, facts);
        return dialog is null && diagnosis.Reason == Reason.Undefined && diagnosis.Confidence == Confidence.Low ? null : diagnosis;
    }

    private static Fact Asked(Observations observations, DialogResult dialog) =>
        new(FactKind.Refuser, dialog.Plan.Host, "mx", $"{dialog.Plan.Host} is an MX of {observations.Inquiry.Domain}", observations.Domain?.Mx?.Provenance ?? "DNS")
        {
            ObservedAt = observations.Domain?.Mx?.ObservedAt,
        };

    private static string NoMail(DomainSurvey survey, string domain) => survey.Route switch
    {
        MailRoute.NxDomain => $"{domain} does not exist.",
        MailRoute.Null => $"{domain} takes no mail: it says so itself, by a null MX record.",
        MailRoute.None => $"{domain} has neither an MX record nor an address, so no mail can be sent to it.",
        MailRoute.Unusable => $"No MX record of {domain} leads to an address that mail can be sent to.",
        _ => $"The DNS of {domain} is broken, so no mail can be sent to it.",
    };

    private static string Sentence(ProbeVerdictKind kind, Observations observations, string domain)
    {
        var whom = observations.Inquiry.Recipient ?? $"mail for {domain}";
        return kind switch
        {
            ProbeVerdictKind.Accepts => $"The MX hosts of {domain} take {whom}.",
            ProbeVerdictKind.Mixed => $"Some MX hosts of {domain} take {whom}, and some refuse.",
            ProbeVerdictKind.Refuses => $"The MX hosts of {domain} refuse {whom}.",
            ProbeVerdictKind.Defers => $"The MX hosts of {domain} put {whom} off for now. That is no verdict.",
            ProbeVerdictKind.Unreachable => $"No MX host of {domain} can be reached from here.",
            _ => observations.IsComplete ? $"Whether {domain} takes {whom} could not be found out." : $"The time ran out before it was clear whether {domain} takes {whom}.",
        };
    }
}
