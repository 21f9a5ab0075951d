namespace Gatepost.Mta;

/// <summary>Files of a configuration, read-only; the readers know no other way to a disk. Paths are as the configuration writes them; the implementation maps them.</summary>
public interface IConfigFiles
{
    /// <summary>Reads a file as text.</summary>
    ConfigFile Read(string path);

    /// <summary>The paths of the files directly in a directory, in ordinal order; empty where there is none.</summary>
    IReadOnlyList<string> List(string directory);
}
