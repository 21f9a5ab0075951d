namespace Gatepost.Evidence.Worlds;

/// <summary>Why a file is no recorded world.</summary>
/// <param name="Message">What is wrong: half a sentence.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The octet of the line, from 1.</param>
public sealed record WorldProblem(string Message, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Message} (line {Line}, column {Column})";
}
