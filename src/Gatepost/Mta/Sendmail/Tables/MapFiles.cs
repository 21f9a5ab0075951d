using Gatepost.Mta.Sendmail.Settings;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Tables;

/// <summary>Opens maps: the source text beside the file that makemap makes.</summary>
internal sealed class MapFiles(SendmailSettings settings, IConfigFiles files)
{
    private static readonly string[] s_compiled = ["hash", "btree", "dbm", "cdb", "lmdb", "implicit"];

    /// <summary>The map of that name; null where there is none, or nothing to look up in it.</summary>
    /// <param name="name">Its name: <c>access</c>.</param>
    /// <param name="isBroken">True where it cannot be opened, so that every lookup fails for now.</param>
    public SourceMap? Open(string name, out bool isBroken)
    {
        isBroken = false;
        if (!settings.Maps.TryGetValue(name, out var setting)) return null;
        var words = setting.Value.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var said = $"K{name} {setting.Value}";
        if (words.Length < 2 || !s_compiled.Contains(words[0]) || !words[^1].StartsWith('/'))
        {
            settings.Cover(setting.Origin, said, Coverage.NotModelled, "the table is not a file that makemap makes");
            return null;
        }

        var path = words[^1].EndsWith(".db", StringComparison.Ordinal) ? words[^1][..^3] : words[^1];
        var file = files.Read(path);
        if (file.Text is null) return Missing(path, said, words.Contains("-o"), file, setting.Origin, out isBroken);
        var map = SourceMap.Read(file.Shown, file.Text);
        settings.Cover(setting.Origin, said, Coverage.Understood);
        foreach (var repeated in map.Repeated)
            settings.Report(repeated.Origin, ConfigProblemKind.Conflict, $"{repeated.Key} stands here again; makemap keeps the first and says so", "delete one of both");
        foreach (var line in map.Valueless) settings.Report(line, ConfigProblemKind.Syntax, "a key without a value; makemap leaves it out", "write a value, or delete the line");
        return map;
    }

    private SourceMap? Missing(string path, string said, bool isOptional, ConfigFile file, Origin origin, out bool isBroken)
    {
        isBroken = false;
        if (file.State == ConfigFileState.Outside)
        {
            settings.Report(origin, ConfigProblemKind.NotAtHand, $"{path} is not among the files at hand; what it says is not known", $"put a copy of {path} beside the configuration");
            settings.Cover(origin, said, Coverage.NotModelled, "the file is not at hand");
            return null;
        }

        var onlyCompiled = files.Read(path + ".db").State != ConfigFileState.Missing;
        isBroken = file.State == ConfigFileState.Missing && !onlyCompiled && !isOptional;
        if (file.State == ConfigFileState.Missing && !onlyCompiled && isOptional)
        {
            settings.Cover(origin, said, Coverage.Understood, "there is no such file");
            return null;
        }

        settings.Report(origin, ConfigProblemKind.MissingFile, onlyCompiled ? $"{path} is there only as makemap made it; what it says is not known"
            : $"{path} is missing; without it every client gets 451 4.3.0", onlyCompiled ? $"keep {path} as text beside {path}.db" : $"make {path}, and run makemap");
        settings.Cover(origin, said, Coverage.NotModelled, "the file is not here");
        return null;
    }
}
