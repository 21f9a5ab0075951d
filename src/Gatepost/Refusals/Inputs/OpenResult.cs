namespace Gatepost.Refusals.Inputs;

/// <summary>An open input, or the reason why it could not be opened: exactly one of the two is there.</summary>
/// <param name="Input">The input; the caller disposes of it.</param>
/// <param name="Problem">Plain words that follow "cannot be read: ".</param>
public readonly record struct OpenResult(OpenedInput? Input, string? Problem);
