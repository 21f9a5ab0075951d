using System.Collections.Concurrent;
using System.Net;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

/// <summary>
/// The DNS as a small zone text: <c>name TYPE data</c> lines, or <c>name SERVFAIL</c> (REFUSED, TIMEOUT, …) for a name that fails.
/// Names that are not there do not exist; aliases are followed.
/// </summary>
internal sealed class TableDns : IDns
{
    private readonly List<DnsRecord> _records = [];
    private readonly Dictionary<string, DnsOutcome> _failures = [];

    public TableDns(string zone)
    {
        foreach (var line in zone.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 2) _failures.Add(words[0], Enum.Parse<DnsOutcome>(words[1], ignoreCase: true));
            else _records.Add(Record(words[0], Enum.Parse<DnsType>(words[1], ignoreCase: true), words[2]));
        }
    }

    /// <summary>The questions in the order they came.</summary>
    public ConcurrentQueue<DnsQuery> Asked { get; } = [];

    public ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel)
    {
        Asked.Enqueue(query);
        if (cancel.IsCancellationRequested) return new(new DnsResponse(query, DnsOutcome.Timeout) { Problem = "cancelled" });
        if (_failures.TryGetValue(query.Name, out var failure)) return new(new DnsResponse(query, failure));
        List<DnsRecord> answers = [];
        var name = query.Name;
        while (_records.Find(r => r.Name == name && r.Type == DnsType.Cname) is { } alias && query.Type != DnsType.Cname && answers.Count < 10)
        {
            answers.Add(alias);
            name = ((DnsData.Target)alias.Data).Name;
        }

        var found = _records.Where(r => r.Name == name && r.Type == query.Type).ToList();
        answers.AddRange(found);
        var exists = _records.Exists(r => r.Name == name || r.Name.EndsWith("." + name, StringComparison.Ordinal));
        var outcome = found.Count > 0 ? DnsOutcome.Answer : exists ? DnsOutcome.NoData : DnsOutcome.NxDomain;
        return new(new DnsResponse(query, outcome) { Rcode = outcome == DnsOutcome.NxDomain ? 3 : 0, Answers = answers });
    }

    private static DnsRecord Record(string name, DnsType type, string data) => new(name, type, 300, type switch
    {
        DnsType.A or DnsType.Aaaa => new DnsData.Address(IPAddress.Parse(data)),
        DnsType.Ns or DnsType.Cname or DnsType.Ptr => new DnsData.Target(data),
        DnsType.Mx => new DnsData.Mx(int.Parse(data.Split(' ')[0]), data.Split(' ')[1]),
        DnsType.Txt => new DnsData.Txt(data),
        _ => throw new ArgumentException($"{type} has no form here."),
    });
}
