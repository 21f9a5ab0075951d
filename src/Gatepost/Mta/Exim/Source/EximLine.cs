using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Source;

/// <summary>A logical line: macros replaced, continuations joined, without blanks at its ends. Never empty.</summary>
/// <param name="Text">The text.</param>
/// <param name="Origin">Where it begins.</param>
internal readonly record struct EximLine(string Text, Origin Origin);
