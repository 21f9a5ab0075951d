namespace Gatepost.Evidence.Relaying;

/// <summary>Whether a server relays for strangers.</summary>
public enum RelayState
{
    /// <summary>The test does not tell.</summary>
    Unknown,
    /// <summary>It takes recipients of a stranger's domain, at RCPT, from an address outside, while it refuses unknown ones of its own.</summary>
    Relays,
    /// <summary>It refused every form that decides, for good.</summary>
    Refuses,
}
