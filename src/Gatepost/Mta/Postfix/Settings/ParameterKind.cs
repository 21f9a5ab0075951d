namespace Gatepost.Mta.Postfix.Settings;

/// <summary>What a parameter takes.</summary>
public enum ParameterKind
{
    /// <summary>Any text.</summary>
    Text,
    /// <summary>Text in which <c>$name</c> means something only when it is used: the text of a reply for one.</summary>
    Raw,
    /// <summary><c>yes</c> or <c>no</c>.</summary>
    Flag,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A number, with or without a unit: <c>300s</c>, <c>5d</c>.</summary>
    Time,
}
