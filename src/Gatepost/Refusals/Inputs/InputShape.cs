namespace Gatepost.Refusals.Inputs;

/// <summary>How an input is cut into what readers read.</summary>
public enum InputShape
{
    /// <summary>Not at all: it is nothing that can hold a refusal as it is.</summary>
    Nothing,
    /// <summary>The whole is one document.</summary>
    Document,
    /// <summary>Mails one after another (mbox).</summary>
    Mbox,
    /// <summary>JSON values, one a line.</summary>
    JsonLines,
    /// <summary>A log: line by line.</summary>
    Log,
}
