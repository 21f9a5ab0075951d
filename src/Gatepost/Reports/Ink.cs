namespace Gatepost.Reports;

/// <summary>The few styles of the text reports, as ANSI sequences; nothing at all where colour is off.</summary>
internal enum Ink
{
    Plain,
    Strong,
    Faint,
    Good,
    Caution,
    Bad,
}
