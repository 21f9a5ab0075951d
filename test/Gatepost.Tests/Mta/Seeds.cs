using Gatepost.Mta;

namespace Gatepost.Tests.Mta;

/// <summary>A configuration of the project's own to start from.</summary>
/// <param name="Path">The file that reading starts with.</param>
/// <param name="Files">All its files.</param>
internal sealed record Seeds(string Path, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Those of one server: the cases in corpus/relay and the examples.</summary>
    public static IReadOnlyList<Seeds> Of(Software software)
    {
        var root = Golden.Root();
        var name = software.ToString().ToLowerInvariant();
        var folders = Directory.EnumerateDirectories(System.IO.Path.Combine(root, "corpus", "relay", name)).Concat(Directory.EnumerateDirectories(System.IO.Path.Combine(root, "examples"), name + "*"));
        List<Seeds> seeds = [];
        foreach (var folder in folders.Order(StringComparer.Ordinal))
        {
            if (Recognition.Directory(new DirectoryFiles(folder, DirectoryKind.Complete), folder) is not { } found) continue;
            var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(static f => new FileInfo(f).Length < 1 << 20).ToDictionary(f => Below(folder, f), File.ReadAllText, StringComparer.Ordinal);
            seeds.Add(new Seeds(Below(folder, found.Path), files));
        }

        return seeds;

        string Below(string folder, string file) => $"{Home(software)}/{System.IO.Path.GetRelativePath(folder, file)}";
    }

    private static string Home(Software software) => software switch
    {
        Software.Postfix => "/etc/postfix",
        Software.Exim => "/etc/exim4",
        _ => "/etc/mail",
    };
}
