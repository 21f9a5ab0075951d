namespace Gatepost.Refusals.Logs;

/// <summary>A line that looks like a refusal and was not understood.</summary>
/// <param name="Source">Where it stands.</param>
/// <param name="Text">The line, cut at <see cref="ReadLimits.TextLength"/>. Hostile: escape it.</param>
public readonly record struct UnreadLine(SourceSpan Source, string Text);
