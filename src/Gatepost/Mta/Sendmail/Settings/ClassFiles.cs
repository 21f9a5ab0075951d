using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Settings;

/// <summary>Reads the files that F lines fill classes from.</summary>
internal sealed class ClassFiles(IConfigFiles files)
{
    private const string UpToComment = @"%[^\#]";

    /// <summary>Reads <c>[-o] /path [format]</c> into a class. The format is scanf's; the two that are in use are known.</summary>
    public void Read(SendmailSettings settings, string name, string line, Origin origin)
    {
        var said = $"F{{{name}}}{line}";
        var isOptional = line.StartsWith("-o", StringComparison.Ordinal);
        var parts = (isOptional ? line[2..] : line).Split((char[])[' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries);
        var path = parts.Length > 0 ? parts[0] : "";
        var format = parts.Length > 1 ? parts[1].Trim() : "%s";
        if (!path.StartsWith('/') || format is not ("%s" or UpToComment or "%[^#]"))
        {
            settings.Cover(origin, said, Coverage.NotModelled, path.StartsWith('/') ? $"the format {format} is not known" : "the class is filled from outside of files");
            return;
        }

        var file = files.Read(path);
        if (file.Text is null)
        {
            Missing(settings, said, isOptional, file, origin);
            return;
        }

        var number = 0;
        foreach (var text in file.Text.Split('\n'))
        {
            number++;
            if (text.StartsWith('#')) continue;
            var words = text.Split('#')[format == "%s" ? ^0.. : ..1] is [var before] ? before : text;
            var members = words.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            foreach (var member in format == "%s" ? members.Take(1) : members) settings.Class(name).Add(member, new Origin(file.Shown, number));
        }

        settings.Cover(origin, said, Coverage.Understood);
    }

    private static void Missing(SendmailSettings settings, string said, bool isOptional, ConfigFile file, Origin origin)
    {
        if (isOptional && file.State == ConfigFileState.Missing)
        {
            settings.Cover(origin, said, Coverage.Understood, "there is no such file");
            return;
        }

        if (file.State == ConfigFileState.Outside)
            settings.Report(origin, ConfigProblemKind.NotAtHand, $"{file.Shown} is not among the files at hand; the names in it are not known", $"put a copy of {file.Shown} beside the configuration");
        else
            settings.Report(origin, ConfigProblemKind.MissingFile, $"{file.Shown} cannot be read; the domains in it are not known", $"name a folder that holds {file.Shown}, or make the file");
        settings.Cover(origin, said, Coverage.NotModelled, "the file is not at hand");
    }
}
