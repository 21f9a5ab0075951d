using System.Net;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Probing;

/// <summary>Looks at the server that refused: where it is, what it offers on which port, and whether the sender's domain names it.</summary>
internal sealed class RefuserProbe(IDns dns, ISmtpDialer dialer, DialogPlans plans)
{
    private const int MostAddresses = 4;

    public async Task<RefuserEvidence> Run(Inquiry inquiry, CancellationToken cancel)
    {
        var asksDns = inquiry.Questions.HasFlag(QuestionKind.MailRouting);
        var asksService = inquiry.Questions.HasFlag(QuestionKind.RefuserService);
        var asksTie = inquiry.Questions.HasFlag(QuestionKind.SenderTie);
        if (!asksDns && !asksService && !asksTie) return new RefuserEvidence();

        var sender = asksTie && inquiry.SenderDomain is { } domain ? new MailRouteFinder(dns, new SurveyOptions()).Find(domain, cancel) : null;
        var reporter = asksDns && inquiry.Reporter is { } name ? AddressesOf(name, cancel) : null;
        IReadOnlyList<IPAddress> addresses = inquiry.RefuserAddress is { } given ? [given]
            : inquiry.Refuser is { } refuser ? await AddressesOf(refuser, cancel) : [];
        var covered = sender is null ? null : Covered(inquiry.SenderDomain!, addresses, cancel);
        var dialogs = asksService ? await Look(inquiry, addresses, cancel) : [];
        return new RefuserEvidence
        {
            Addresses = addresses,
            ReporterAddresses = reporter is null ? [] : await reporter,
            Dialogs = dialogs,
            Sender = sender is null ? null : await sender,
            CoveredBySenderSpf = covered is null ? null : await covered,
        };
    }

    private async Task<IReadOnlyList<IPAddress>> AddressesOf(string host, CancellationToken cancel) => (await HostAnswer.Find(dns, host, cancel)).Addresses;

    // One address is enough: the ports of one server are looked at, not all its addresses.
    private async Task<DialogResult[]> Look(Inquiry inquiry, IReadOnlyList<IPAddress> addresses, CancellationToken cancel)
    {
        if (addresses.Count == 0) return [];
        var address = addresses.FirstOrDefault(static a => a.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork) ?? addresses[0];
        var host = inquiry.Refuser ?? address.ToString();
        int[] ports = [inquiry.RefuserPort ?? plans.SmtpPort, DialogPlans.Submission, DialogPlans.Submissions];
        return await Task.WhenAll(ports.Distinct().Select(async port =>
        {
            var plan = plans.Look(host, address, port);
            // A name in the refusal leads here, so it is the user's own word; an address that the DNS made of it is not.
            return inquiry.RefuserAddress is null && plans.Forbids(address) is { } reason
                ? new DialogResult(plan, new DialogOutcome(SmtpPhase.Connect, DialogFault.NotTried, reason))
                : await dialer.Hold(plan, cancel);
        }));
    }

    private async Task<bool?> Covered(string domain, IReadOnlyList<IPAddress> addresses, CancellationToken cancel)
    {
        var scan = new SpfScan(dns, domain);
        var answers = await Task.WhenAll(addresses.Take(MostAddresses).Select(a => scan.Covers(a, cancel)));
        return answers.Contains(true) ? true : answers.Length == 0 || answers.Contains(null) ? null : false;
    }
}
