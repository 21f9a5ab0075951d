namespace Gatepost.Diagnoses;

/// <summary>How far a diagnosis may be trusted. Always shown with the facts that it rests on, never alone.</summary>
public enum Confidence
{
    /// <summary>One reading among several; the diagnosis names the fact that would decide.</summary>
    Low,
    /// <summary>The likely reading; nothing at hand speaks against it.</summary>
    Medium,
    /// <summary>The words, or a fact, leave no other reading that is known.</summary>
    High,
}
