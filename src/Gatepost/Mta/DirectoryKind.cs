namespace Gatepost.Mta;

/// <summary>What is known of the files that are not below the directory of a configuration.</summary>
public enum DirectoryKind
{
    /// <summary>It is this machine's own: files elsewhere are read where they are, and what is missing is missing.</summary>
    Live,
    /// <summary>It is a copy: the server may have files that are not in it, and what they say is not known.</summary>
    Copy,
    /// <summary>It is all that there is: what is not in it is missing.</summary>
    Complete,
}
