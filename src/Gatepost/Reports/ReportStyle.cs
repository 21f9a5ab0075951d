namespace Gatepost.Reports;

/// <summary>How a text report is to look.</summary>
public readonly record struct ReportStyle
{
    /// <summary>80 columns, no colour.</summary>
    public static ReportStyle Default => new();

    private readonly int _columns;

    /// <summary>Makes the default style.</summary>
    public ReportStyle() => _columns = 80;

    /// <summary>Columns of the terminal; 40 to 120, 80 unless told.</summary>
    public int Columns { get => _columns == 0 ? 80 : _columns; init => _columns = Math.Clamp(value, 40, 120); }

    /// <summary>Colour and weight by ANSI sequences; only for terminals.</summary>
    public bool Color { get; init; }

    /// <summary>Also everything that was read: the command, the reporter's words, the returned message.</summary>
    public bool Verbose { get; init; }
}
