namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>One line of a bounce's own text.</summary>
/// <param name="Text">The line without blanks around it; empty for a blank line.</param>
/// <param name="Indent">Blanks before it; a tab counts as eight.</param>
internal readonly record struct ReportLine(string Text, int Indent)
{
    /// <summary>True where nothing stands on the line.</summary>
    public bool IsBlank => Text.Length == 0;
}
