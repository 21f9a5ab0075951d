using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>What became of a <see cref="DnsQuery"/>, with what the response held. Hostile: names and texts must be escaped.</summary>
/// <param name="Query">The question.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record DnsResponse(DnsQuery Query, DnsOutcome Outcome)
{
    /// <summary>The response code; null where there was no response.</summary>
    public int? Rcode { get; init; }

    /// <summary>AA: the server is authoritative for the zone.</summary>
    public bool Authoritative { get; init; }

    /// <summary>TC: the server left records out.</summary>
    public bool Truncated { get; init; }

    /// <summary>AD: the resolver validated the data.</summary>
    public bool AuthenticData { get; init; }

    /// <summary>RA: the server recurses.</summary>
    public bool RecursionAvailable { get; init; }

    /// <summary>The answer section in the server's order.</summary>
    public IReadOnlyList<DnsRecord> Answers { get; init; } = [];

    /// <summary>The authority section.</summary>
    public IReadOnlyList<DnsRecord> Authority { get; init; } = [];

    /// <summary>The additional section without OPT.</summary>
    public IReadOnlyList<DnsRecord> Additional { get; init; } = [];

    /// <summary>Extended errors (RFC 8914).</summary>
    public IReadOnlyList<ExtendedDnsError> Errors { get; init; } = [];

    /// <summary>The server that answered, or was to answer.</summary>
    public IPEndPoint? Server { get; init; }

    /// <summary>True where the response came over TCP.</summary>
    public bool OverTcp { get; init; }

    /// <summary>When the question was put.</summary>
    public DateTimeOffset ObservedAt { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What was wrong with what came, as half a sentence; null where nothing was.</summary>
    public string? Problem { get; init; }

    /// <summary>The data of the answers of the type asked for, in the server's order.</summary>
    public IEnumerable<T> Data<T>() where T : DnsData
    {
        foreach (var record in Answers)
            if (record.Type == Query.Type && record.Data is T data) yield return data;
    }
}
