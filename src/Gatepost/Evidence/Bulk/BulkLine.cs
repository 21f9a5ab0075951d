using Gatepost.Smtp;

namespace Gatepost.Evidence.Bulk;

/// <summary>One line of a list of targets that is neither empty nor a comment.</summary>
/// <param name="Number">1-based number of the line.</param>
/// <param name="Text">The line without blanks around it; empty where it is too long to be a target.</param>
/// <param name="Target">The target; null where the line is none.</param>
/// <param name="Problem">Why it is none; its position counts from the start of <paramref name="Text"/>.</param>
public readonly record struct BulkLine(long Number, string Text, ProbeTarget? Target, ParseProblem Problem);
