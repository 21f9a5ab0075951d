using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Lookups;

/// <summary>Opens the files of lookups and lists, each once.</summary>
internal sealed class LookupFiles(IConfigFiles files, ImmutableDictionary<string, string> snapshots, EximFindings findings)
{
    private readonly Dictionary<string, Opened> _opened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConfigFile> _read = new(StringComparer.Ordinal);

    /// <summary>Opens a table by its type and what stands behind it: a file, a directory, or a query for which there is a snapshot.</summary>
    public Opened Open(LookupStyle style, string source, Origin origin)
    {
        var name = $"{style.Type};{source}";
        if (_opened.TryGetValue(name, out var opened)) return opened;
        return _opened[name] = Read(style, source, name, origin);
    }

    /// <summary>The text of a file; what became of it where there is none.</summary>
    public ConfigFile Read(string path) => _read.TryGetValue(path, out var file) ? file : _read[path] = files.Read(path);

    /// <summary>True where a file or a directory exists; null where what the user named does not tell.</summary>
    public bool? Exists(string path)
    {
        if (path.Length == 0) return false;
        var state = Read(path).State;
        return state switch
        {
            ConfigFileState.Missing => files.List(path).Count > 0,
            ConfigFileState.Outside => null,
            _ => true,
        };
    }

    private Opened Read(LookupStyle style, string source, string name, Origin origin)
    {
        if (snapshots.TryGetValue(name, out var snapshot)) return new Opened(LineTable.Read(snapshot, "lsearch"), false);
        switch (style.Type)
        {
            case "lsearch" or "wildlsearch" or "nwildlsearch" or "iplsearch":
                var file = Read(source);
                if (file.Text is { } text) return new Opened(LineTable.Read(text, style.Type), false);
                if (file.State == ConfigFileState.Missing) return Missing(source, origin);
                if (file.State == ConfigFileState.Outside)
                    findings.Add(new ConfigProblem(origin, ConfigProblemKind.NotAtHand, $"{source} is not among the files at hand; what it says is not known", $"Put a copy beside the configuration, or give its content with --assume '{name}=@FILE'"));
                return default;
            case "dsearch":
                var names = files.List(source);
                if (names.Count == 0) return Read(source).State == ConfigFileState.Outside ? default : Missing(source, origin);
                // What lies in it may also be directories, which are not listed: then only the outside can tell.
                return new Opened(new KeyTable(names.Select(Name).ToDictionary(static n => n, static n => n, StringComparer.Ordinal)), false);
            default:
                return default;
        }
    }

    private Opened Missing(string path, Origin origin)
    {
        findings.Add(new ConfigProblem(origin, ConfigProblemKind.MissingFile, $"{path} is missing; Exim answers 421 to every client for which it looks there", "Make the file, or take the lookup out"));
        return new Opened(null, true);
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
