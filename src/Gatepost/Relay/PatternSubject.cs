namespace Gatepost.Relay;

/// <summary>What a regular expression is matched against.</summary>
public enum PatternSubject
{
    /// <summary>The whole text, or the whole address.</summary>
    Whole,
    /// <summary>The domain of an address.</summary>
    Domain,
    /// <summary>The local part of an address.</summary>
    LocalPart,
}
