namespace Gatepost.Evidence.Dns;

/// <summary>The DNS, as the rest of the library sees it: sockets, a recording, or a test's own table.</summary>
public interface IDns
{
    /// <summary>
    /// Puts one question. Never throws: what goes wrong is an outcome, also a token that is cancelled
    /// (<see cref="DnsOutcome.Timeout"/>).
    /// </summary>
    ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel);
}
