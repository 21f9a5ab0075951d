namespace Gatepost.Evidence.Relaying;

/// <summary>What became of one <see cref="RelayProbe"/>.</summary>
public enum RelayOutcome
{
    /// <summary>Not answered: not asked, or the dialog ended before.</summary>
    NotAsked,
    /// <summary>Taken at RCPT (2yz, hence also 251 and 252). Whether it would be delivered is not known.</summary>
    Accepted,
    /// <summary>Refused for good at RCPT, or for want of a login (530).</summary>
    Refused,
    /// <summary>Put off (4yz): no verdict; greylisting, most likely.</summary>
    Deferred,
    /// <summary>Refused for good, but for the sender, the domain's DNS, its size or the order of commands: it says nothing of relaying.</summary>
    OtherReason,
}
