namespace Gatepost.Mta;

/// <summary>A file of a configuration, or why there is none.</summary>
/// <param name="Path">The path as asked for.</param>
/// <param name="Shown">The path as reports show it: relative to what the user named where it lies below.</param>
/// <param name="Text">The text; null where it could not be read.</param>
/// <param name="State">What became of it.</param>
public sealed record ConfigFile(string Path, string Shown, string? Text, ConfigFileState State);
