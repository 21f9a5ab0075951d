using System.Globalization;
using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>What is wrong, or worth knowing, about MX records and the hosts that they name.</summary>
internal static class MxFindings
{
    /// <summary>True for the record that Microsoft 365 asks for as proof of a domain: <c>ms12345678.msv1.invalid</c>.</summary>
    public static bool IsVerification(string exchange) => Names.IsBelow(exchange, "msv1.invalid");

    /// <summary>The address that stands where a name must stand (RFC 5321 section 5.1); null for a name.</summary>
    public static IPAddress? Literal(string exchange)
    {
        var text = exchange.Replace("\\091", "", StringComparison.Ordinal).Replace("\\093", "", StringComparison.Ordinal).Replace("\\058", ":", StringComparison.Ordinal);
        var isIPv4 = text.Count(static c => c == '.') == 3 && text.All(static c => char.IsAsciiDigit(c) || c == '.');
        return (isIPv4 || text.Contains(':', StringComparison.Ordinal)) && IPAddress.TryParse(text, out var address) ? address : null;
    }

    /// <summary>Findings about the set of records.</summary>
    public static IEnumerable<DnsFinding> OfRecords(string domain, IReadOnlyList<DnsData.Mx> records, DnsResponse mx)
    {
        DnsFinding Found(DnsFindingKind kind, string subject, string says) => new(kind, subject, says, mx.Provenance);

        foreach (var none in records.Where(static m => m.Exchange == Names.Root).Take(1))
        {
            yield return records.All(static m => m.Exchange == Names.Root)
                ? Found(DnsFindingKind.NullMx, domain, $"{domain} has the null MX: it takes no mail (RFC 7505)")
                : Found(DnsFindingKind.NullMxWithOtherMx, domain, $"{domain} has a null MX beside other MX records, which RFC 7505 forbids");
            if (none.Preference != 0)
                yield return Found(DnsFindingKind.NullMxNonZeroPreference, domain, $"the null MX of {domain} has the preference {none.Preference}; it must be 0 (RFC 7505)");
        }

        foreach (var host in records.GroupBy(static m => m.Exchange).Where(static g => g.Count() > 1))
        {
            var preferences = string.Join(" and ", host.Select(static m => m.Preference.ToString(CultureInfo.InvariantCulture)));
            yield return Found(DnsFindingKind.DuplicateMx, host.Key, $"{Shown(host.Key)} stands more than once among the MX records, with the preferences {preferences}");
        }

        foreach (var alike in records.DistinctBy(static m => m.Exchange).GroupBy(static m => m.Preference).Where(static g => g.Count() > 1))
            yield return Found(DnsFindingKind.EqualPreference, domain, $"{string.Join(", ", alike.Select(static m => Shown(m.Exchange)))} have the same preference {alike.Key}: senders take any of them first");
    }

    /// <summary>Findings about one host.</summary>
    public static IEnumerable<DnsFinding> OfHost(MailHost host, HostAnswer? answer, DnsResponse mx)
    {
        DnsFinding Found(DnsFindingKind kind, string says) => new(kind, host.Name, says, (answer?.Failure ?? answer?.A ?? mx).Provenance);

        if (IsVerification(host.Name))
        {
            yield return Found(DnsFindingKind.VerificationMx, $"{host.Name} only proves the domain to Microsoft 365 and is no mail server");
            yield break;
        }

        if (host.Canonical is not null)
            yield return Found(DnsFindingKind.MxIsAlias, $"the MX host {host.Name} is an alias of {host.Canonical}, which RFC 5321 section 5.1 forbids; some senders do not follow it");
        var addresses = string.Join(", ", host.Addresses);
        switch (host.State)
        {
            case MailHostState.Literal:
                yield return Found(DnsFindingKind.MxIsLiteral, $"the MX record names the address {addresses} where a host name must stand");
                break;
            case MailHostState.NxDomain:
                yield return Found(DnsFindingKind.MxHostNxDomain, $"the MX host {host.Name} does not exist (NXDOMAIN)");
                break;
            case MailHostState.NoAddress:
                yield return Found(DnsFindingKind.MxHostWithoutAddress, $"the MX host {host.Name} has no address");
                break;
            case MailHostState.PrivateAddress:
                yield return Found(DnsFindingKind.MxHostPrivate, $"{host.Name} has only addresses that cannot be reached from outside: {addresses}");
                break;
            case MailHostState.Loopback:
                yield return Found(DnsFindingKind.MxHostLoopback, $"{host.Name} has only the loopback address {addresses}: every sender's own host");
                break;
            case MailHostState.Unresolvable:
                yield return Found(DnsFindingKind.MxHostUnresolvable, $"the address of {host.Name} cannot be looked up: {answer?.Failure?.OutcomeInWords ?? "not asked"}");
                break;
        }
    }

    /// <summary>Findings about addresses that several hosts share.</summary>
    public static IEnumerable<DnsFinding> OfAddresses(IReadOnlyList<(MailHost Host, HostAnswer? Answer)> hosts, DnsResponse mx) =>
        hosts.SelectMany(static h => h.Host.Addresses.Distinct().Select(a => (Address: a, h.Host.Name)))
            .GroupBy(static p => p.Address, static p => p.Name).Where(static g => g.Count() > 1)
            .GroupBy(static g => string.Join(" and ", g), static g => g.Key.ToString())
            .Select(g => new DnsFinding(DnsFindingKind.DuplicateMx, g.Key, $"{g.Key} have the same address {string.Join(", ", g)}", mx.Provenance));

    private static string Shown(string exchange) => exchange == Names.Root ? "the null MX" : exchange;
}
