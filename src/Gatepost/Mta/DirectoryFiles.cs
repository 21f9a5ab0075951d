using System.Collections.Frozen;

namespace Gatepost.Mta;

/// <summary>
/// Files below one directory, which stands for the directory that the configuration's absolute paths mean: for a directory <c>/srv/copy/postfix</c>
/// the path <c>/etc/postfix/access</c> is <c>access</c> in it, because the names agree or because <c>/etc/postfix</c> is where Postfix has its files; a directory that is a
/// copy of a whole root works too.
/// </summary>
/// <param name="directory">The directory.</param>
/// <param name="kind">What is known of files that are not below it.</param>
public sealed class DirectoryFiles(string directory, DirectoryKind kind) : IConfigFiles
{
    private const long MostBytes = 64 << 20;

    // Where the servers have their files.
    private static readonly FrozenSet<string> Homes = FrozenSet.Create(
        "etc/postfix", "usr/local/etc/postfix", "etc/exim4", "etc/exim", "usr/local/etc/exim", "etc/mail", "etc/smtpd", "etc/opensmtpd", "usr/local/etc/mail");

    private readonly string _root = Path.GetFullPath(directory);

    /// <inheritdoc/>
    public ConfigFile Read(string path)
    {
        var found = Find(path, File.Exists);
        if (found is null)
        {
            var state = Find(path, Directory.Exists) is not null ? ConfigFileState.Unreadable : kind == DirectoryKind.Copy ? ConfigFileState.Outside : ConfigFileState.Missing;
            return new ConfigFile(path, path, null, state);
        }

        var shown = Shown(found);
        try
        {
            var file = new FileInfo(found);
            // Pipes and devices have no length, and would block or never end.
            if (file.Length == 0) return new ConfigFile(path, shown, "", ConfigFileState.Read);
            if (file.Length > MostBytes) return new ConfigFile(path, shown, null, ConfigFileState.TooLarge);
            return new ConfigFile(path, shown, File.ReadAllText(found), ConfigFileState.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ConfigFile(path, shown, null, e is FileNotFoundException or DirectoryNotFoundException ? ConfigFileState.Missing : ConfigFileState.Unreadable);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string directory)
    {
        var found = Find(directory, Directory.Exists);
        if (found is null) return [];
        try
        {
            return [.. Directory.EnumerateFiles(found).Select(f => Path.Combine(directory, Path.GetFileName(f))).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private string Shown(string found) => found.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? found[(_root.Length + 1)..] : found;

    private string? Find(string path, Func<string, bool> exists)
    {
        var full = Path.GetFullPath(path, _root);
        if (IsBelow(full) && exists(full)) return full;
        if (kind == DirectoryKind.Live && Path.IsPathRooted(path)) return exists(full) ? full : null;
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var left = 0; left < parts.Length; left++)
        {
            if (left > 0 && parts[left - 1] != Path.GetFileName(_root) && !Homes.Contains(string.Join('/', parts[..left]))) continue;
            var below = Path.GetFullPath(Path.Combine(_root, string.Join('/', parts[left..])));
            if (IsBelow(below) && exists(below)) return below;
        }

        return null;
    }

    private bool IsBelow(string full) => full == _root || full.StartsWith(_root.EndsWith('/') ? _root : _root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
