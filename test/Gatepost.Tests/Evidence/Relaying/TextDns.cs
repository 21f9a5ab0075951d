using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Relaying;

/// <summary>A DNS that holds TXT records only.</summary>
internal sealed class TextDns(Dictionary<string, string> texts) : IDns
{
    public ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel) => ValueTask.FromResult(
        texts.TryGetValue(query.Name, out var text)
            ? new DnsResponse(query, DnsOutcome.Answer) { Answers = [new DnsRecord(query.Name, DnsType.Txt, 60, new DnsData.Txt(text))] }
            : new DnsResponse(query, DnsOutcome.NxDomain));
}
