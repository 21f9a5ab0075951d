namespace Gatepost.Diagnoses.Text;

/// <summary>A stretch of a piece while its graph is built: where it may begin and end, and whether it may be left out.</summary>
internal sealed class PhraseFragment
{
    /// <summary>Positions that it may begin with.</summary>
    public List<int> First { get; } = [];

    /// <summary>Positions that it may end with.</summary>
    public List<int> Last { get; } = [];

    /// <summary>True where it may stand for nothing.</summary>
    public bool IsOptional { get; set; } = true;

    /// <summary>Symbols of its shortest text.</summary>
    public int Shortest { get; set; }

    /// <summary>Symbols of its longest text.</summary>
    public int Longest { get; set; }

    /// <summary>Adds another way to write the same stretch.</summary>
    public void Or(PhraseFragment other)
    {
        First.AddRange(other.First);
        Last.AddRange(other.Last);
        IsOptional |= other.IsOptional;
        Shortest = Math.Min(Shortest, other.Shortest);
        Longest = Math.Max(Longest, other.Longest);
    }

    /// <summary>Makes it empty again.</summary>
    public void Clear()
    {
        First.Clear();
        Last.Clear();
        (IsOptional, Shortest, Longest) = (true, 0, 0);
    }
}
