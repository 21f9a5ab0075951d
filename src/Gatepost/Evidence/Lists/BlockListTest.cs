using Gatepost.Evidence.Dns;

namespace Gatepost.Evidence.Lists;

/// <summary>What a list's test points showed.</summary>
/// <param name="Fault">Why it cannot be relied on, as half a sentence; null where it works.</param>
/// <param name="Wire">The responses.</param>
internal sealed record BlockListTest(string? Fault, IReadOnlyList<DnsResponse> Wire)
{
    /// <summary>Asks both test points.</summary>
    public static async Task<BlockListTest> Run(IDns dns, BlockList list, BlockListTestPoints points)
    {
        var listed = dns.Ask(new DnsQuery($"{list.TestPoint ?? points.Listed}.{list.Zone}", DnsType.A), CancellationToken.None).AsTask();
        var notListed = dns.Ask(new DnsQuery($"{points.NotListed}.{list.Zone}", DnsType.A), CancellationToken.None).AsTask();
        DnsResponse[] wire = [await listed.ConfigureAwait(false), await notListed.ConfigureAwait(false)];
        return new BlockListTest(FaultOf(list, points, wire[0], wire[1]), wire);
    }

    private static string? FaultOf(BlockList list, BlockListTestPoints points, DnsResponse listed, DnsResponse notListed) =>
        Refusal(list, listed) is { } refusal ? refusal
        : listed.IsNothing() ? points == BlockListTestPoints.IPv6
            ? "it does not list its IPv6 test point, so it may hold no IPv6 addresses"
            : "it does not list its own test point"
        : listed.Outcome != DnsOutcome.Answer ? $"its test point gives no answer ({listed.Says()})"
        : notListed.Outcome == DnsOutcome.Answer ? Refusal(list, notListed) ?? "it lists what no list may list"
        : notListed.IsNothing() ? null
        : $"its second test point gives no answer ({notListed.Says()})";

    private static string? Refusal(BlockList list, DnsResponse response) =>
        response.Data<DnsData.Address>().SelectMany(a => list.MeaningOf(a.Value)).FirstOrDefault(static m => m.Kind == ReturnCodeKind.Refusal)?.Meaning;
}
