using System.Runtime.CompilerServices;

namespace Gatepost.Tests;

/// <summary>Compares text with a committed file; GATEPOST_ACCEPT=1 writes the file anew instead.</summary>
internal static class Golden
{
    public static bool Accepts => Environment.GetEnvironmentVariable("GATEPOST_ACCEPT") == "1";

    /// <summary>Compares with <c>Golden/<paramref name="name"/></c> beside the calling test's source file.</summary>
    public static void Assert(string name, string actual, [CallerFilePath] string caller = "") =>
        AssertFile(Path.Combine(Path.GetDirectoryName(caller)!, "Golden", name), actual);

    /// <summary>Compares with a file given by its whole path.</summary>
    public static void AssertFile(string path, string actual)
    {
        if (Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Xunit.Assert.True(File.Exists(path), $"{path} is not there; GATEPOST_ACCEPT=1 writes it. It would hold:\n{actual}");
        Xunit.Assert.Equal(File.ReadAllText(path), actual);
    }

    /// <summary>The root of the checkout, from the place of this file.</summary>
    public static string Root() => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    private static string Here([CallerFilePath] string path = "") => path;
}
