namespace Gatepost.Diagnoses;

/// <summary>A cause that a reader might think of and that does not hold here.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Because">Why not: half a sentence.</param>
public sealed record RuledOut(Cause Cause, string Because);
