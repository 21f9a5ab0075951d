namespace Gatepost.Tests;

/// <summary>Finds the collection of real mail, lines and logs that some machines have beside the checkout.</summary>
internal static class SharedCorpus
{
    /// <summary>The path of a part of the collection; null where the collection is not on this machine.</summary>
    public static string? Find(string part)
    {
        if (Environment.GetEnvironmentVariable("GATEPOST_SHARED_CORPUS") is { Length: > 0 } given)
            return Exists(Path.Combine(given, part));
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Exists(Path.Combine(folder.FullName, "shared", "corpus", part)) is { } found) return found;
        return null;
    }

    private static string? Exists(string path) => File.Exists(path) || Directory.Exists(path) ? path : null;
}
