namespace Gatepost.Tests;

/// <summary>Finds files of the checkout.</summary>
internal static class Repository
{
    /// <summary>The checkout's folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The path of a file of the checkout.</summary>
    public static string File(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Gatepost.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests must run inside the checkout.");
    }
}
