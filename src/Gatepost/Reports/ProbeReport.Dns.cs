using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;

namespace Gatepost.Reports;

public static partial class ProbeReport
{
    private static void Dns(Page page, Observations seen)
    {
        if (seen.Domain is not { } survey) return;
        page.Entry("dns", In, $"{survey.Domain}: {ProbeWords.Route(survey.Route)}", Resolver(survey));
        foreach (var host in survey.Hosts)
            if (ProbeWords.State(host.State) is { } state) page.Entry("", In + 3, $"{host.Preference} {host.Name} {Is(state)}", ink: Ink.Caution);
            else if (!seen.MxDialogs.Any(d => string.Equals(d.Plan.Host, host.Name, StringComparison.OrdinalIgnoreCase)))
                page.Entry("", In + 3, $"{host.Preference} {host.Name}", "not asked");
        Servers(page, survey.Servers);
        if (survey.Dnssec is DnssecState.Secure or DnssecState.Bogus)
            page.Entry("", In, survey.Dnssec == DnssecState.Secure ? "DNSSEC: signed and valid" : "DNSSEC: signed, and validation fails", ink: survey.Dnssec == DnssecState.Secure ? Ink.Plain : Ink.Bad);
        foreach (var finding in survey.Findings) page.Entry("", In, finding.Says, finding.Provenance);
    }

    private static string Is(string state) => state.StartsWith("an ", StringComparison.Ordinal) ? "is " + state : state;

    private static string? Resolver(DomainSurvey survey) => survey.Mx?.Server is { } server ? $"resolver {server.Address}" : null;

    private static void Servers(Page page, IReadOnlyList<NameServerAnswer> servers)
    {
        if (servers.Count == 0) return;
        var sets = servers.Where(static s => s.IsGood).Select(static s => s.MxSet).Distinct(StringComparer.Ordinal).ToArray();
        var serials = servers.Select(static s => s.Serial).OfType<uint>().Distinct().ToArray();
        var addresses = servers.Count == 1 ? "the one name server address" : $"all {servers.Count} name server addresses";
        if (sets.Length == 1 && servers.All(static s => s.IsGood))
        {
            page.Entry("", In, $"{addresses} {(servers.Count == 1 ? "gives" : "give")} this answer", serials.Length == 1 ? $"serial {serials[0]}" : serials.Length > 1 ? "serials " + string.Join(", ", serials) : null);
            return;
        }

        page.Entry("", In, sets.Length > 1 ? "The name servers disagree:" : "The name servers, asked one by one:", ink: sets.Length > 1 ? Ink.Bad : Ink.Caution);
        foreach (var server in servers)
            page.Entry("", In + 3, $"{server.Server} ({server.Address}): {Answer(server)}", server.Serial is { } serial ? $"serial {serial}" : null);
    }

    private static string Answer(NameServerAnswer server)
    {
        if (server.IsGood) return server.MxSet is { Length: > 0 } set ? set : server.Mx.Outcome == DnsOutcome.NxDomain ? "no such domain" : "no MX record";
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
