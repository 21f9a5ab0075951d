namespace Gatepost.Mta.Postfix.Settings;

/// <summary>What a parameter takes.</summary>
public enum ParameterKind
{
    /// <summary>Any text.</summary>
    Text,
    /// <summary><c>yes</c> or <c>no</c>.</summary>
    Flag,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A number, with or without a unit: <c>300s</c>, <c>5d</c>.</summary>
    Time,
}
