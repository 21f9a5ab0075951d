using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;

namespace Gatepost.Reports;

public static partial class ProbeReport
{
    private static void Dns(Page page, Observations seen)
    {
        if (seen.Domain is not { } survey) return;
        page.Entry("dns", In, ProbeWords.Route(survey.Route, survey.Domain), survey.Mx?.Server is { } server ? $"resolver {server.Address}" : null);
        foreach (var host in survey.Hosts)
            if (survey.Findings.Any(f => f.Subject == host.Name)) continue;
            else if (ProbeWords.State(host.State) is { } state) page.Entry("", In + 3, $"{host.Preference} {host.Name} {Is(state)}", ink: Ink.Caution);
            else if (!seen.MxDialogs.Any(d => string.Equals(d.Plan.Host, host.Name, StringComparison.OrdinalIgnoreCase)))
                page.Entry("", In + 3, $"{host.Preference} {host.Name}", "not asked");
        var isListed = Servers(page, survey.Servers);
        if (survey.Dnssec == DnssecState.Secure) page.Entry("", In, "DNSSEC: signed and valid");
        if (survey.Dnssec == DnssecState.Bogus) page.Entry("", In, "DNSSEC: signed, and validation fails", ink: Ink.Bad);
        foreach (var finding in survey.Findings)
            if (!isListed || !StandsInTheList(finding.Kind)) page.Entry("", In, finding.Says, finding.Provenance);
    }

    private static bool StandsInTheList(DnsFindingKind kind) =>
        kind is DnsFindingKind.InconsistentMx or DnsFindingKind.LameServer or DnsFindingKind.SilentServer or DnsFindingKind.FailingServer;

    private static string Is(string state) => state.StartsWith("an ", StringComparison.Ordinal) ? "is " + state : state;

    // One line where they agree, else a line for each; true for that.
    private static bool Servers(Page page, IReadOnlyList<NameServerAnswer> servers)
    {
        if (servers.Count == 0) return false;
        var sets = servers.Where(static s => s.IsGood).Select(static s => s.MxSet).Distinct(StringComparer.Ordinal).ToArray();
        var serials = servers.Select(static s => s.Serial).OfType<uint>().Distinct().ToArray();
        if (sets.Length == 1 && servers.All(static s => s.IsGood))
        {
            page.Entry("", In, servers.Count == 1 ? "1 name server address asked, with this answer" : $"{servers.Count} name server addresses asked, all with this answer",
                serials.Length == 0 ? null : (serials.Length == 1 ? "serial " : "serials ") + string.Join(", ", serials));
            return false;
        }

        page.Entry("", In, sets.Length > 1 ? "The name servers disagree:" : "The name servers, asked one by one:", ink: sets.Length > 1 ? Ink.Bad : Ink.Caution);
        foreach (var server in servers)
            page.Entry("", In + 3, $"{server.Server} ({server.Address}): {Answer(server)}", server.Serial is { } serial ? $"serial {serial}" : null);
        return true;
    }

    private static string Answer(NameServerAnswer server)
    {
        if (server.IsGood)
        {
            var set = server.Mx.Data<DnsData.Mx>().OrderBy(static m => m.Preference).ThenBy(static m => m.Exchange, StringComparer.Ordinal).Select(static m => $"{m.Preference} {m.Exchange}").ToArray();
            return set.Length > 0 ? string.Join(", ", set) : server.Mx.Outcome == DnsOutcome.NxDomain ? "no such domain" : "no MX record";
        }

        if (server.IsSilent) return "no answer";
        return server.IsLame ? "does not serve the domain" : server.Mx.Outcome == DnsOutcome.ServFail ? "fails (SERVFAIL)" : Kebab<DnsOutcome>.Of(server.Mx.Outcome);
    }

    // A line for each address: the ports side by side, and whether the same server answers at all of them.
    private static void Ports(Page page, Observations seen)
    {
        if (seen.PortDialogs.Count == 0) return;
        var lead = "ports";
        foreach (var at in seen.PortDialogs.GroupBy(static d => (d.Plan.Host, Address: d.Plan.Address.Address)))
        {
            var known = seen.MxDialogs.Concat(seen.RefuserDialogs).FirstOrDefault(d => d.Plan.Address.Address.Equals(at.Key.Address));
            var all = known is null ? at : at.Prepend(known);
            var pieces = all.OrderBy(static d => d.Plan.Address.Port).Select(d => $"{d.Plan.Address.Port} {State(d)}{(d == known ? "" : Likeness(known, d))}");
            page.Entry(lead, In, $"{at.Key.Host} {at.Key.Address}: {string.Join(" · ", pieces)}");
            lead = "";
        }
    }

    private static string State(DialogResult dialog) => dialog switch
    {
        { Banner: not null } or { Tls: not null } => "open",
        { Outcome.Fault: DialogFault.ConnectionRefused } => "closed",
        { Outcome.Fault: DialogFault.TimedOut } => "no answer",
        { Outcome.Fault: DialogFault.Unreachable } => "no way there",
        _ => ProbeWords.Fault(dialog),
    };

    private static string Likeness(DialogResult? known, DialogResult dialog)
    {
        if (known?.Offer is not { } one || dialog.Offer is not { } other) return "";
        var isSame = string.Equals(one.Host, other.Host, StringComparison.OrdinalIgnoreCase)
            || (known.Tls?.Names.Intersect(dialog.Tls?.Names ?? [], StringComparer.OrdinalIgnoreCase).Any() ?? false);
        return isSame ? ", the same server" : $", another server ({other.Host})";
    }
}
