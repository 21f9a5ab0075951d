namespace Gatepost.Audits;

/// <summary>Whether a server relays for strangers.</summary>
public enum AuditVerdict
{
    /// <summary>Proved: for none.</summary>
    Closed,
    /// <summary>There is an attempt that is relayed.</summary>
    Open,
    /// <summary>Neither proved nor refuted.</summary>
    Unknown,
}
