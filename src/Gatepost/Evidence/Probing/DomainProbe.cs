using System.Net;
using System.Net.Sockets;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Probing;

/// <summary>Surveys the DNS of a recipient's domain and talks to its MX hosts as soon as their addresses are known.</summary>
internal sealed class DomainProbe(IDns dns, ISmtpDialer dialer, DialogPlans plans, ProberOptions options)
{
    private const int MostHosts = 10, MostAddresses = 4;

    public async Task<DomainEvidence> Run(Inquiry inquiry, CancellationToken cancel)
    {
        const QuestionKind Mine = QuestionKind.MailRouting | QuestionKind.RecipientTaken | QuestionKind.Ports;
        if (inquiry.Domain is not { } domain || (inquiry.Questions & Mine) == QuestionKind.None) return DomainEvidence.None;

        var run = new DomainSurveyor(dns, SurveyOptions()).Start(domain, cancel);
        var routing = await run.Routing;
        var first = Talk(routing.Hosts, inquiry, cancel);
        var survey = await run.Survey;
        var others = await Others(domain, survey, cancel);
        // Hosts that only some name servers give; and all of them where the resolver gave none.
        var late = Talk([.. survey.Hosts.Concat(others).Where(h => routing.Hosts.All(r => r.Name != h.Name))], inquiry, cancel);
        IReadOnlyList<MailHost> hosts = [.. survey.Hosts.Concat(others).OrderBy(static h => h.Preference).ThenBy(static h => h.Name, StringComparer.Ordinal)];
        var covered = Covered(domain, survey, hosts, cancel);
        var talks = new[] { await first, await late };
        var evidence = new DomainEvidence
        {
            Survey = survey,
            Hosts = hosts,
            Dialogs = [.. talks.SelectMany(static t => t.Smtp).OrderBy(d => Rank(hosts, d))],
            Ports = [.. talks.SelectMany(static t => t.Ports).OrderBy(d => Rank(hosts, d))],
        };
        var identities = new IdentityCheck(dns).Check(evidence.Dialogs, cancel);
        return evidence with { Identities = await identities, CoveredBySpf = await covered };
    }

    private SurveyOptions SurveyOptions() => new()
    {
        Roots = options.Roots,
        DnsPort = options.DnsPort,
        UseIPv6 = options.UseIPv6,
        WalkDelegation = options.AskNameServers,
        AskSpf = options.AskNameServers,
        AskDnssec = options.AskNameServers,
        Rdap = options.Rdap,
    };

    private async Task<(DialogResult[] Smtp, DialogResult[] Ports)> Talk(IReadOnlyList<MailHost> hosts, Inquiry inquiry, CancellationToken cancel)
    {
        var targets = hosts.Take(MostHosts)
            .SelectMany(h => h.Addresses.Where(Usable).Take(MostAddresses).Select(a => (h.Name, Address: a))).DistinctBy(static t => t.Address).ToList();
        var smtp = inquiry.Questions.HasFlag(QuestionKind.RecipientTaken)
            ? targets.Select(t => Hold(plans.Recipient(t.Name, t.Address, inquiry), cancel)).ToList() : [];
        var ports = inquiry.Questions.HasFlag(QuestionKind.Ports)
            ? targets.SelectMany(t => new[] { DialogPlans.Submissions, DialogPlans.Submission }.Select(p => Hold(plans.Look(t.Name, t.Address, p), cancel))).ToList() : [];
        return (await Task.WhenAll(smtp), await Task.WhenAll(ports));
    }

    private bool Usable(IPAddress address) => options.UseIPv6 || address.AddressFamily == AddressFamily.InterNetwork;

    private Task<DialogResult> Hold(DialogPlan plan, CancellationToken cancel) => plans.Forbids(plan.Address.Address) is { } reason
        ? Task.FromResult(new DialogResult(plan, new DialogOutcome(SmtpPhase.Connect, DialogFault.NotTried, reason)))
        : dialer.Hold(plan, cancel).AsTask();

    // MX hosts that one of the name servers gives and the resolver does not.
    private async Task<IReadOnlyList<MailHost>> Others(string domain, DomainSurvey survey, CancellationToken cancel)
    {
        var records = survey.Servers.Where(static s => s.IsGood).SelectMany(static s => s.Mx.Data<DnsData.Mx>())
            .Where(m => m.Exchange != "." && survey.Hosts.All(h => h.Name != m.Exchange)).DistinctBy(static m => m.Exchange).Take(MostHosts).ToList();
        if (records.Count == 0) return [];
        var found = await Task.WhenAll(records.Select(m => HostAnswer.Find(dns, m.Exchange, cancel)));
        return [.. records.Select((m, i) => new MailHost(m.Preference, m.Exchange, found[i].State, found[i].Addresses) { Canonical = found[i].Canonical })];
    }

    private async Task<IReadOnlyDictionary<string, bool>> Covered(string domain, DomainSurvey survey, IReadOnlyList<MailHost> hosts, CancellationToken cancel)
    {
        if (survey.Spf is null) return new Dictionary<string, bool>();
        var scan = new SpfScan(dns, domain, passOverMx: true);
        var covered = new Dictionary<string, bool>();
        foreach (var host in hosts.Take(MostHosts))
        {
            var answers = await Task.WhenAll(host.Addresses.Take(MostAddresses).Select(a => scan.Covers(a, cancel)));
            if (answers.Contains(true)) covered[host.Name] = true;
            else if (answers.Length > 0 && !answers.Contains(null)) covered[host.Name] = false;
        }

        return covered;
    }

    private static int Rank(IReadOnlyList<MailHost> hosts, DialogResult dialog)
    {
        for (var i = 0; i < hosts.Count; i++)
            if (hosts[i].Name == dialog.Plan.Host) return i;
        return hosts.Count;
    }
}
