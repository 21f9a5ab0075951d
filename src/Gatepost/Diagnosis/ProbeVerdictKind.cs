namespace Gatepost.Diagnoses;

/// <summary>The one word of a probe.</summary>
public enum ProbeVerdictKind
{
    /// <summary>It could not be found out.</summary>
    Unknown,
    /// <summary>Every MX host that answers takes the recipient (or, without a recipient, mail for the domain).</summary>
    Accepts,
    /// <summary>Some take it and some refuse.</summary>
    Mixed,
    /// <summary>Refused for good.</summary>
    Refuses,
    /// <summary>Refused for now: greylisting, load. No verdict.</summary>
    Defers,
    /// <summary>The DNS sends the domain's mail nowhere.</summary>
    NoMail,
    /// <summary>No MX host can be reached from here.</summary>
    Unreachable,
}
