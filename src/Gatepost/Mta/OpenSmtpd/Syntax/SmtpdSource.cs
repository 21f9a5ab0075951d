namespace Gatepost.Mta.OpenSmtpd.Syntax;

/// <summary>A text that is being read: a file, or what a macro stands for.</summary>
internal sealed class SmtpdSource(string shown, string text, int line, bool isMacro)
{
    /// <summary>The file as reports show it; of a macro the file that uses it.</summary>
    public string Shown { get; } = shown;

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>True for what a macro stands for, in which no other macro is looked at.</summary>
    public bool IsMacro { get; } = isMacro;

    /// <summary>The next character.</summary>
    public int At { get; set; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; set; } = line;

    /// <summary>True where nothing is left.</summary>
    public bool IsAtEnd => At >= Text.Length;
}
