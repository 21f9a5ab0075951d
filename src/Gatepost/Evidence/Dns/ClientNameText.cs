using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>A client's name as half a sentence.</summary>
internal static class ClientNameText
{
    // Addresses of one name that are listed; a name with many is a provider's pool.
    private const int MostAddresses = 3;

    public static string Says(IPAddress address, ClientNameState state, string? verified, DnsResponse ptr, IReadOnlyList<DnsResponse> leads) => state switch
    {
        ClientNameState.Verified => $"{address} is named {verified}, which leads back to it",
        ClientNameState.Missing => $"{address} has no name (no PTR record)",
        ClientNameState.Unmatched => $"{address} is named {Names(leads)}",
        ClientNameState.Failed when leads.Count > 0 => $"{address} is named {Names(leads)}",
        ClientNameState.Failed => $"the name of {address} cannot be looked up now ({ptr.Says()})",
        _ => $"nobody asked for the name of {address}",
    };

    private static string Names(IReadOnlyList<DnsResponse> leads) => string.Join("; and ", leads.Select(Name));

    private static string Name(DnsResponse lead) => $"{lead.Query.Name}, " + lead.Outcome switch
    {
        DnsOutcome.Answer => $"which leads to {Addresses(lead)}",
        DnsOutcome.NxDomain => "which does not exist",
        DnsOutcome.NoData => lead.Query.Type == DnsType.A ? "which has no IPv4 address" : "which has no IPv6 address",
        _ => $"whose address cannot be looked up now ({lead.Says()})",
    };

    private static string Addresses(DnsResponse lead)
    {
        IPAddress[] addresses = [.. lead.Data<DnsData.Address>().Select(static a => a.Value)];
        return string.Join(", ", addresses.Take(MostAddresses).Select(static a => a.ToString()))
            + (addresses.Length > MostAddresses ? $" and {addresses.Length - MostAddresses} more" : "");
    }
}
