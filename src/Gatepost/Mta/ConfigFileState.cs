namespace Gatepost.Mta;

/// <summary>What became of reading a file.</summary>
public enum ConfigFileState
{
    /// <summary>It was read.</summary>
    Read,
    /// <summary>There is no such file.</summary>
    Missing,
    /// <summary>It may not be read, or is no file.</summary>
    Unreadable,
    /// <summary>It is larger than the limit (64 MiB).</summary>
    TooLarge,
    /// <summary>It lies outside what the user named, where nothing is read.</summary>
    Outside,
}
