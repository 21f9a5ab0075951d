using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Gatepost.Evidence.Dns;

namespace Gatepost.Evidence.Lists;

/// <summary>
/// Asks block lists, each only after its test points (RFC 5782 section 5) have shown that it works: a list that has closed, or that
/// refuses our resolver, must not make anybody listed, nor its silence anybody clean. The tests are remembered.
/// </summary>
/// <param name="dns">Whom to ask.</param>
public sealed class BlockListProber(IDns dns)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<BlockListTest>>> _tests = new(StringComparer.Ordinal);

    /// <summary>Asks a list about an address. Never throws.</summary>
    public Task<Listing> Ask(string zone, IPAddress address, CancellationToken cancel)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var points = address.AddressFamily == AddressFamily.InterNetwork ? BlockListTestPoints.IPv4 : BlockListTestPoints.IPv6;
        return Ask(zone, $"{address}", ReverseName.Labels(address), points, cancel);
    }

    /// <summary>Asks a list about a domain, in A-labels. Never throws.</summary>
    public Task<Listing> Ask(string zone, string domain, CancellationToken cancel)
    {
        domain = domain.TrimEnd('.').ToLowerInvariant();
        return Ask(zone, domain, domain, BlockListTestPoints.Domains, cancel);
    }

    private async Task<Listing> Ask(string zone, string subject, string labels, BlockListTestPoints points, CancellationToken cancel)
    {
        zone = zone.TrimEnd('.').ToLowerInvariant();
        var list = BlockLists.Find(zone) ?? new BlockList(zone, zone, points.Kind);
        if (list.Closed is { } year) return Unknown(list, subject, $"{zone} closed in {year}", []);
        if (list.Kind != points.Kind)
            return Unknown(list, subject, list.Kind == BlockListKind.Domains ? $"{zone} holds domains, not addresses" : $"{zone} holds addresses, not domains", []);

        var test = await Test(list, points, cancel).ConfigureAwait(false);
        if (test.Fault is { } fault) return Unknown(list, subject, $"{zone} cannot be relied on: {fault}", test.Wire);
        var response = await dns.Ask(new DnsQuery($"{labels}.{zone}", DnsType.A), cancel).ConfigureAwait(false);
        return await Read(list, subject, response, test.Wire, cancel).ConfigureAwait(false);
    }

    private async Task<Listing> Read(BlockList list, string subject, DnsResponse response, IReadOnlyList<DnsResponse> tests, CancellationToken cancel)
    {
        IReadOnlyList<DnsResponse> wire = [.. tests, response];
        if (response.IsNothing()) return new Listing(list.Zone, subject, ListingState.NotListed, [], $"{list.Zone} does not list {subject}") { Wire = wire };
        if (response.Outcome != DnsOutcome.Answer) return Unknown(list, subject, $"{list.Zone} gives no answer about {subject} ({response.Says()})", wire);

        IPAddress[] codes = [.. response.Data<DnsData.Address>().Select(static a => a.Value)];
        ReturnCode[] meanings = [.. codes.SelectMany(list.MeaningOf).Distinct()];
        var listing = new Listing(list.Zone, subject, ListingState.Unknown, [.. codes.Select(static c => c.ToString())], "") { Wire = wire };
        if (meanings.FirstOrDefault(static m => m.Kind == ReturnCodeKind.Refusal) is { } refusal)
            return listing with { Says = $"{list.Zone} says nothing about {subject}: {refusal.Meaning}" };

        var reason = await dns.Ask(response.Query with { Type = DnsType.Txt }, cancel).ConfigureAwait(false);
        return listing with
        {
            State = ListingState.Listed,
            IsPolicy = meanings.All(static m => m.Kind == ReturnCodeKind.Policy),
            Says = $"{list.Zone} lists {subject}: {string.Join("; ", meanings.Select(static m => m.Meaning))}",
            Reason = reason.Data<DnsData.Txt>().FirstOrDefault()?.Text,
            Wire = [.. wire, reason],
        };
    }

    // Not cancelled with one of those who wait for it, for the others go by it too.
    private async Task<BlockListTest> Test(BlockList list, BlockListTestPoints points, CancellationToken cancel)
    {
        var test = _tests.GetOrAdd($"{points.Listed}.{list.Zone}", _ => new(() => BlockListTest.Run(dns, list, points)));
        try
        {
            return await test.Value.WaitAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new BlockListTest("the time ran out during its test", []);
        }
    }

    private static Listing Unknown(BlockList list, string subject, string says, IReadOnlyList<DnsResponse> wire) =>
        new(list.Zone, subject, ListingState.Unknown, [], says) { Wire = wire };
}
