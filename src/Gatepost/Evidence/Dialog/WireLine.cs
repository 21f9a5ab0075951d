namespace Gatepost.Evidence.Dialog;

/// <summary>One line of the wire, or a note of what happened to the connection.</summary>
/// <param name="Kind">Who said it.</param>
/// <param name="Text">The line without its end, octets as Latin-1 beyond ASCII; secrets are replaced by asterisks. Hostile: escape it.</param>
/// <param name="At">Time since the dialog began.</param>
public readonly record struct WireLine(WireKind Kind, string Text, TimeSpan At);
