namespace Gatepost.Evidence.Dns;

/// <summary>What a response that was read says to its question: the outcome, and which answers belong to it.</summary>
internal static class DnsJudgement
{
    // RFC 6672: it stands above the name that was asked for and belongs to the answer.
    private const DnsType Dname = (DnsType)39;

    /// <summary>
    /// The response with its outcome. Answers about names that neither were asked for nor stand on the chain of aliases from there
    /// are left out, and the problem says so: whoever reads the data must not be given another name's.
    /// </summary>
    public static DnsResponse Of(DnsResponse response)
    {
        var asked = DnsNames.Canonical(response.Query.Name) ?? response.Query.Name;
        var judged = WithoutStrangers(response, asked);
        return judged with { Outcome = Outcome(judged, asked) };
    }

    private static DnsOutcome Outcome(DnsResponse response, string asked) => response.Rcode switch
    {
        0 => response.Answers.Any(r => r.Type == response.Query.Type) ? DnsOutcome.Answer
            : IsReferral(response, asked) ? DnsOutcome.Referral
            : DnsOutcome.NoData,
        1 => DnsOutcome.FormErr,
        2 => DnsOutcome.ServFail,
        3 => DnsOutcome.NxDomain,
        4 => DnsOutcome.NotImp,
        5 => DnsOutcome.Refused,
        _ => DnsOutcome.OtherRcode,
    };

    // Without a SOA record: that would make it a NODATA answer (RFC 2308 section 2.2).
    private static bool IsReferral(DnsResponse response, string asked) =>
        !response.Authoritative && response.Answers.Count == 0
        && response.Authority.Any(r => r.Type == DnsType.Ns && DnsNames.IsWithin(asked, r.Name))
        && response.Authority.All(static r => r.Type != DnsType.Soa);

    private static DnsResponse WithoutStrangers(DnsResponse response, string asked)
    {
        if (response.Answers.All(r => r.Name == asked)) return response;
        var chain = Chain(response.Answers, asked);
        DnsRecord[] kept = [.. response.Answers.Where(r => chain.Contains(r.Name))];
        var strangers = response.Answers.Count - kept.Length;
        return strangers == 0 ? response : response with
        {
            Answers = kept,
            Problem = $"{strangers} of {response.Answers.Count} answers are about another name",
        };
    }

    // The names from the one asked for along its aliases, in whatever order the records stand.
    private static HashSet<string> Chain(IReadOnlyList<DnsRecord> answers, string asked)
    {
        Dictionary<string, string> aliases = [];
        HashSet<string> chain = [];
        foreach (var record in answers)
        {
            if (record.Type == DnsType.Cname && record.Data is DnsData.Target target) aliases.TryAdd(record.Name, target.Name);
            else if (record.Type == Dname && DnsNames.IsWithin(asked, record.Name)) chain.Add(record.Name);
        }

        for (string? name = asked; name is not null && chain.Add(name);) name = aliases.GetValueOrDefault(name);
        return chain;
    }
}
