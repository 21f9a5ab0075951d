namespace Gatepost.Mta;

/// <summary>Files in memory: for tests, for dumps on standard input.</summary>
public sealed class MemoryFiles(IReadOnlyDictionary<string, string> files) : IConfigFiles
{
    /// <inheritdoc/>
    public ConfigFile Read(string path) => files.TryGetValue(path, out var text)
        ? new ConfigFile(path, path, text, ConfigFileState.Read)
        : new ConfigFile(path, path, null, ConfigFileState.Missing);

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string directory)
    {
        var prefix = directory.TrimEnd('/') + "/";
        return [.. files.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal) && !k[prefix.Length..].Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
