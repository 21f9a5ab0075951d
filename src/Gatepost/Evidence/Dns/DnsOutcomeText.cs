namespace Gatepost.Evidence.Dns;

/// <summary>Outcomes for people.</summary>
internal static class DnsOutcomeText
{
    /// <summary>Why there is no answer, in a word or two: <c>SERVFAIL</c>, <c>no answer in time</c>.</summary>
    public static string Says(this DnsResponse response) => response.Outcome switch
    {
        DnsOutcome.Answer => "an answer",
        DnsOutcome.NoData => "no such record",
        DnsOutcome.NxDomain => "no such name",
        DnsOutcome.Referral => "a referral",
        DnsOutcome.ServFail => "SERVFAIL",
        DnsOutcome.Refused => "REFUSED",
        DnsOutcome.FormErr => "FORMERR",
        DnsOutcome.NotImp => "NOTIMP",
        DnsOutcome.OtherRcode => $"response code {response.Rcode}",
        DnsOutcome.Timeout => "no answer in time",
        DnsOutcome.Unreachable => "the name server cannot be reached",
        DnsOutcome.Malformed => "no response that can be read",
        _ => "not asked",
    };

    /// <summary>True where the DNS said that there is nothing: no such name, or no such record.</summary>
    public static bool IsNothing(this DnsResponse response) => response.Outcome is DnsOutcome.NoData or DnsOutcome.NxDomain;
}
