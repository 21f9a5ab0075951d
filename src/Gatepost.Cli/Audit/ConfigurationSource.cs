using Gatepost.Mta;
using Gatepost.Reports;

namespace Gatepost.Cli.Audit;

/// <summary>Opens what the user named: a directory, a file, or a dump on standard input.</summary>
internal static class ConfigurationSource
{
    private const string StandardInput = "-";
    private const long MostBytes = 64 << 20;

    /// <summary>Reads the configuration; null with the problem where there is none.</summary>
    public static Configuration? Read(string path, Software? told, ReadingOptions options, out string problem)
    {
        problem = "";
        if (path == StandardInput) return FromText(StandardIn(), told, options, out problem);
        var kind = LiveConfiguration.Is(path) ? DirectoryKind.Live : DirectoryKind.Copy;
        if (Directory.Exists(path))
        {
            var files = new DirectoryFiles(path, kind);
            var full = Path.GetFullPath(path);
            if (Recognition.Directory(files, full) is not { } found)
            {
                problem = $"{Escape.Line(path, 120)} holds no configuration of a mail server that is known here: Postfix, Exim, OpenSMTPD, Sendmail or an Exchange export.";
                return null;
            }

            return ConfigurationReader.Read(told ?? found.Software, files, found.Path, options);
        }

        if (!File.Exists(path))
        {
            problem = $"there is no {Escape.Line(path, 120)}.";
            return null;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var beside = new DirectoryFiles(folder, kind);
        var file = beside.Read(Path.GetFullPath(path));
        if (file.Text is not { } text)
        {
            problem = $"{Escape.Line(path, 120)} {(file.State == ConfigFileState.TooLarge ? "is larger than 64 MiB" : "cannot be read")}.";
            return null;
        }

        if ((told ?? Recognition.File(path, text)) is not { } software)
        {
            problem = $"{Escape.Line(path, 120)} is not recognised as a mail server's configuration; name the server with --as.";
            return null;
        }

        return ConfigurationReader.Read(software, beside, Path.GetFullPath(path), options);
    }

    private static Configuration? FromText(string text, Software? told, ReadingOptions options, out string problem)
    {
        problem = "";
        if ((told ?? Recognition.Text(text)) is { } software)
            return ConfigurationReader.Read(software, new MemoryFiles(new Dictionary<string, string>(StringComparer.Ordinal) { [StandardInput] = text }), StandardInput, options);
        problem = text.Length == 0 ? "standard input is empty." : "standard input is not recognised as a mail server's configuration; name the server with --as.";
        return null;
    }

    private static string StandardIn()
    {
        using var input = Console.OpenStandardInput();
        using var reader = new StreamReader(input);
        var buffer = new char[1 << 16];
        var text = new System.Text.StringBuilder();
        for (int read; text.Length < MostBytes && (read = reader.Read(buffer)) > 0;) text.Append(buffer, 0, read);
        return text.ToString();
    }
}
