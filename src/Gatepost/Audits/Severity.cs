namespace Gatepost.Audits;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Note,
    /// <summary>Mail is or may be lost, delayed or let through without need.</summary>
    Warning,
    /// <summary>The server relays for strangers, refuses its own mail, or does not run.</summary>
    Error,
}
