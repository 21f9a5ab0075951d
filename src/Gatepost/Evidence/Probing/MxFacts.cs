using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Probing;

/// <summary>What the MX hosts of the recipient's domain say, whether they are the domain's, and whether it is they who answer.</summary>
internal static class MxFacts
{
    public static IEnumerable<Fact> Of(Inquiry inquiry, DomainEvidence domain, ProberOptions options)
    {
        if (domain.Survey is not { } survey || domain.Hosts.Count == 0) yield break;
        var answers = domain.Pairs.Select(p => (p.Host, p.Dialog, Verdict: MxVerdicts.Of(p.Dialog, options.SaysRelay))).ToList();
        foreach (var (host, dialog, verdict) in answers)
        {
            if (verdict != MxVerdict.NotTried)
                yield return New(FactKind.MxAnswer, host.Name, Kebab<MxVerdict>.Of(verdict), Says(dialog, verdict), dialog);
        }

        var another = domain.Identities.Where(static i => i.Value.IsItself == false).Select(static i => i.Value).ToList();
        if (another.Count > 0 && another.Count == domain.Identities.Count)
        {
            yield return New(FactKind.Identity, survey.Domain, "another", another[0].Says, answers[0].Dialog);
            yield break;
        }

        if (domain.Identities.Count > 0 && domain.Identities.Values.All(static i => i.IsItself == true))
            yield return New(FactKind.Identity, survey.Domain, "itself", domain.Identities.Values.First().Says, answers[0].Dialog);
        if (Together(survey, answers) is var (value, says)) yield return New(FactKind.MxAnswers, survey.Domain, value, says, answers[0].Dialog);
        if (Ports(survey, domain) is { } ports) yield return ports;
        var refusing = answers.Where(static a => a.Verdict == MxVerdict.RefusesRelay).Select(static a => a.Host).Distinct().ToList();
        var taking = answers.Where(static a => a.Verdict == MxVerdict.Accepts).Select(static a => a.Host).Distinct().ToList();
        if (MxTie.Of(inquiry, survey, domain, refusing, taking) is { } tie) yield return tie;
    }

    private static string Says(DialogResult dialog, MxVerdict verdict)
    {
        var server = $"{dialog.Plan.Host} [{dialog.Plan.Address.Address}]";
        var whom = dialog.Recipients.Count > 0 ? dialog.Recipients[0].Recipient : "the domain's mail";
        var reply = dialog.Recipients.Count > 0 ? dialog.Recipients[0].Reply : null;
        return verdict switch
        {
            MxVerdict.Accepts => $"{server} takes {whom}",
            MxVerdict.RefusesRelay => $"{server} refuses {whom} as a stranger's: {reply}",
            MxVerdict.Refuses => $"{server} refuses {whom}: {reply}",
            MxVerdict.Defers => $"{server} puts {whom} off: {reply}",
            MxVerdict.Unreachable => $"{server} cannot be reached on port {dialog.Plan.Address.Port}: {dialog.Outcome.Detail ?? Kebab<DialogFault>.Of(dialog.Outcome.Fault)}",
            _ => $"{server} gives no answer about {whom}: {dialog.Outcome.Detail ?? Kebab<DialogFault>.Of(dialog.Outcome.Fault)}",
        };
    }

    private static (string Value, string Says)? Together(DomainSurvey survey, IReadOnlyList<(MailHost Host, DialogResult Dialog, MxVerdict Verdict)> answers)
    {
        var verdicts = answers.Where(static a => a.Verdict != MxVerdict.NotTried).ToList();
        if (verdicts.Count == 0) return null;
        var taking = verdicts.Where(static a => a.Verdict == MxVerdict.Accepts).ToList();
        var refusing = verdicts.Where(static a => a.Verdict == MxVerdict.RefusesRelay).ToList();
        if (taking.Count > 0 && refusing.Count > 0)
        {
            return taking.Max(static a => a.Host.Preference) < refusing.Min(static a => a.Host.Preference)
                ? ("backup-refuses", $"{taking[0].Host.Name} (MX {taking[0].Host.Preference}) takes mail for {survey.Domain}, {refusing[0].Host.Name} (MX {refusing[0].Host.Preference}) refuses it")
                : (taking.Exists(t => MxTie.AreOfOneProvider(t.Host.Name, refusing[0].Host.Name)) ? "mixed" : "mixed-providers", $"{taking[0].Host.Name} takes mail for {survey.Domain}, {refusing[0].Host.Name} refuses it");
        }

        if (refusing.Count > 0) return ("refuse-relay", $"every MX host of {survey.Domain} that answers refuses the domain");
        var first = verdicts.FirstOrDefault(static a => a.Verdict is MxVerdict.Accepts or MxVerdict.Refuses or MxVerdict.Defers);
        return first.Verdict switch
        {
            MxVerdict.Refuses => ("refuse", $"{first.Host.Name} refuses the recipient, for another reason than relaying"),
            MxVerdict.Defers => ("defer", $"{first.Host.Name} puts the recipient off for now, which is no verdict"),
            _ when taking.Count > 0 => ("accept", $"every MX host of {survey.Domain} that answers takes the recipient"),
            _ when verdicts.All(static a => a.Verdict == MxVerdict.Unreachable) => ("unreachable", $"no MX host of {survey.Domain} can be reached from here"),
            _ => null,
        };
    }

    private static Fact? Ports(DomainSurvey survey, DomainEvidence domain)
    {
        if (domain.Ports.Count == 0 || domain.Dialogs.Count == 0) return null;
        if (domain.Dialogs.Any(IsConnected)) return New(FactKind.Ports, survey.Domain, "open", "port 25 can be reached from here", domain.Dialogs[0]);
        // A port that says no is not blocked on the way: nobody listens.
        if (!domain.Dialogs.All(static d => d.Outcome is { Phase: SmtpPhase.Connect, Fault: DialogFault.TimedOut or DialogFault.Unreachable })) return null;
        var open = domain.Ports.FirstOrDefault(IsConnected);
        return open is null
            ? New(FactKind.Ports, survey.Domain, "silent", $"no port of the MX hosts of {survey.Domain} answers", domain.Dialogs[0])
            : New(FactKind.Ports, survey.Domain, "smtp-blocked",
                $"port 25 of {open.Plan.Host} is silent, and port {open.Plan.Address.Port} of the same server answers", open);
    }

    private static bool IsConnected(DialogResult dialog) => dialog.Banner is not null;

    private static Fact New(string kind, string subject, string value, string says, DialogResult dialog) =>
        new(kind, subject, value, says, $"SMTP {dialog.Plan.Address}") { ObservedAt = dialog.StartedAt };
}
