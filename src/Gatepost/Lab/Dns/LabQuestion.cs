using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Dns;

/// <summary>A question as it came in (RFC 1035 section 4.1).</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Name">The name asked about.</param>
/// <param name="Type">The type asked for.</param>
internal sealed record LabQuestion(ushort Id, string Name, DnsType Type)
{
    /// <summary>RD.</summary>
    public bool RecursionDesired { get; init; }

    /// <summary>CD.</summary>
    public bool CheckingDisabled { get; init; }

    /// <summary>True where AD or DO says that the asker understands AD (RFC 6840 section 5.7).</summary>
    public bool WantsAuthenticData { get; init; }

    /// <summary>The greatest UDP answer that EDNS allows (RFC 6891); null where the question has no OPT record.</summary>
    public int? PayloadSize { get; init; }
}
