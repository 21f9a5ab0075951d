namespace Gatepost.Mta;

/// <summary>Sorts of mistakes in a configuration.</summary>
public enum ConfigProblemKind
{
    /// <summary>The server would not read this.</summary>
    Syntax,
    /// <summary>A name that the server does not know: a parameter, a restriction, an option.</summary>
    UnknownName,
    /// <summary>A value that the server does not take, or that answers every client with a temporary error.</summary>
    BadValue,
    /// <summary>A file that is missing or cannot be read.</summary>
    MissingFile,
    /// <summary>A file that the server may have and that is not among those at hand: what it says is not known.</summary>
    NotAtHand,
    /// <summary>Values that are filled in before the server reads them: the configuration is a template.</summary>
    Template,
    /// <summary>The server would not start, or close every connection.</summary>
    WillNotRun,
    /// <summary>An entry that can never match, or is never reached.</summary>
    NoEffect,
    /// <summary>A domain in two classes, a setting given twice.</summary>
    Conflict,
    /// <summary>It works, and gives more or less than it seems to: a forgeable condition that permits, a catch-all.</summary>
    Risky,
    /// <summary>Deprecated, or gone in newer versions.</summary>
    Outdated,
}
