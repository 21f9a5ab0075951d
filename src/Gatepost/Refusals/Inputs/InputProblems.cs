using System.Security;

namespace Gatepost.Refusals.Inputs;

/// <summary>Turns what the operating system says about a file into plain words.</summary>
internal static class InputProblems
{
    /// <summary>True for the exceptions that a file or a damaged archive can cause; anything else is a defect.</summary>
    public static bool IsExpected(Exception e) =>
        e is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException or InvalidDataException;

    /// <summary>The reason, to follow "cannot be read: ".</summary>
    public static string Describe(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        UnauthorizedAccessException or SecurityException => "permission denied",
        PathTooLongException => "the name is too long",
        InvalidDataException => "the compressed data are damaged",
        EndOfStreamException => "it ends too soon",
        ArgumentException or NotSupportedException => "not a file name",
        _ => Unix(e.HResult) ?? "the operating system reports an error",
    };

    /// <summary>The errors of Unix that .NET hands on by number in <see cref="Exception.HResult"/>.</summary>
    private static string? Unix(int number) => number switch
    {
        5 => "the device reports an error",
        6 => "it is a socket",
        21 => "is a directory",
        23 or 24 => "too many open files",
        36 => "the name is too long",
        40 => "too many levels of symbolic links",
        116 => "the network file system lost it",
        _ => null,
    };
}
