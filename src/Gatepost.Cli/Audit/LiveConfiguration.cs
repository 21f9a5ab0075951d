namespace Gatepost.Cli.Audit;

/// <summary>Tells this machine's own configuration from a copy: only that one goes with this machine's addresses, name and other files.</summary>
internal static class LiveConfiguration
{
    private static readonly string[] Places = ["/etc", "/usr/local/etc", "/usr/exim", "/opt/local/etc"];

    public static bool Is(string path) => path != "-" && Places.Any(p => Path.GetFullPath(path) is var full && (full == p || full.StartsWith(p + "/", StringComparison.Ordinal)));
}
