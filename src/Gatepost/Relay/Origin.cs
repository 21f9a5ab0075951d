namespace Gatepost.Relay;

/// <summary>Where something stands in a configuration.</summary>
/// <param name="File">The file as the reader was given it; a parameter's built-in default has the file <c>default</c>.</param>
/// <param name="Line">The line, from 1; 0 where there is none.</param>
public sealed record Origin(string File, int Line)
{
    /// <summary>A value that no file gives: the server's own default.</summary>
    public static Origin Default { get; } = new("default", 0);

    /// <summary><c>main.cf:41</c>.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : File;
}
