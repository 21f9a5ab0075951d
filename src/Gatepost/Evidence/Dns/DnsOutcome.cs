namespace Gatepost.Evidence.Dns;

/// <summary>How a question ended: what the response says, or why there is none. Never an exception.</summary>
public enum DnsOutcome
{
    /// <summary>NOERROR with records of the type asked for (a CNAME on the way there may stand before them).</summary>
    Answer,
    /// <summary>NOERROR without such records: the name exists, the type does not (RFC 2308 section 2.2).</summary>
    NoData,
    /// <summary>NXDOMAIN: the name does not exist.</summary>
    NxDomain,
    /// <summary>NOERROR, not authoritative, no answer, name servers of a zone below in the authority section.</summary>
    Referral,
    /// <summary>SERVFAIL.</summary>
    ServFail,
    /// <summary>REFUSED: by an authoritative server, mostly a zone that it does not have (a lame delegation).</summary>
    Refused,
    /// <summary>FORMERR.</summary>
    FormErr,
    /// <summary>NOTIMP.</summary>
    NotImp,
    /// <summary>Another RCODE; see <see cref="DnsResponse.Rcode"/>.</summary>
    OtherRcode,
    /// <summary>Nothing came in time.</summary>
    Timeout,
    /// <summary>The network or the host said that nobody listens there.</summary>
    Unreachable,
    /// <summary>Only what is no response to this question came: broken, or with another id, question or source.</summary>
    Malformed,
    /// <summary>Not asked: a recorded world does not hold it, or the rules of safety forbid it.</summary>
    NotAsked,
}
