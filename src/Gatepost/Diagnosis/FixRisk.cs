namespace Gatepost.Diagnoses;

/// <summary>What a fix can break.</summary>
public enum FixRisk
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>Mail may be delayed or lost while it is made, or if it is made wrongly.</summary>
    Low,
    /// <summary>Done wrongly it opens the server to strangers or loses mail; the condition must hold.</summary>
    High,
}
