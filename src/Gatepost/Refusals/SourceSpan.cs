namespace Gatepost.Refusals;

/// <summary>
/// Where something stands in an input: enough for a person to find it with an editor.
/// </summary>
/// <param name="Source">The input's name: a path, <c>-</c> for standard input, <c>mbox#3</c> for the third mail of a file.</param>
/// <param name="Line">1-based line; 0 where lines mean nothing (a value inside JSON on one line).</param>
/// <param name="Column">1-based column in bytes; 0 where it is not known.</param>
/// <param name="Length">Length in bytes; 0 where it is not known.</param>
public readonly record struct SourceSpan(string Source, int Line, int Column = 0, int Length = 0)
{
    /// <summary><c>source:line:column</c>, leaving out what is not known.</summary>
    public override string ToString() =>
        Line == 0 ? Source : Column == 0 ? $"{Source}:{Line}" : $"{Source}:{Line}:{Column}";
}
