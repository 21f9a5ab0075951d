namespace Gatepost.Diagnoses;

/// <summary>The one-word answer to "is it us or them?".</summary>
public enum Side
{
    /// <summary>The facts at hand do not say.</summary>
    Undetermined,
    /// <summary>The side that sent the message.</summary>
    Sender,
    /// <summary>The side the message was for.</summary>
    Recipient,
    /// <summary>Neither of the two.</summary>
    Neither,
}
