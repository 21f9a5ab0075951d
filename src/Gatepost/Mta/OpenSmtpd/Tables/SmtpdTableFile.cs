using System.Collections.Immutable;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Tables;

/// <summary>
/// Opens the source of a table: <c>file:path</c> (also <c>static:</c>, or a path alone), <c>db:path</c> by the text beside it, and everything else by a snapshot.
/// </summary>
internal sealed class SmtpdTableFile(IConfigFiles files, ReadingOptions options, SmtpdNotes notes)
{
    private const string Database = ".db";

    /// <summary>The table, and how far its content is known.</summary>
    public (SmtpdTable Table, Coverage Coverage) Open(string name, string source, Origin origin)
    {
        if (options.Snapshots.TryGetValue(source, out var snapshot)) return (Snapshot(name, source, snapshot, origin), Coverage.Understood);
        var colon = source.IndexOf(':', StringComparison.Ordinal);
        var backend = source.StartsWith('/') ? "file" : colon < 0 ? source : source[..colon];
        var path = source.StartsWith('/') ? source : colon < 0 ? "" : source[(colon + 1)..];
        switch (backend)
        {
            case "file" or "static":
                if (!path.StartsWith('/')) return Bad(name, source, origin, $"the path of table {name} must begin with /; smtpd does not start");
                var file = files.Read(path);
                if (file.Text is not null) return (Text(name, file, origin), Coverage.Understood);
                if (file.State == ConfigFileState.Outside)
                {
                    notes.Problem(origin, ConfigProblemKind.NotAtHand, $"{path} is not among the files at hand; what it says is not known", $"Put a copy beside smtpd.conf, or give its content with --assume '{source}=@FILE'");
                    return (Outside(name, source, origin), Coverage.Conditional);
                }

                notes.Problem(origin, ConfigProblemKind.MissingFile, $"{path} cannot be read; smtpd does not start without it");
                return (Outside(name, source, origin), Coverage.NotModelled);
            case "db":
                var text = files.Read(path.EndsWith(Database, StringComparison.Ordinal) ? path[..^Database.Length] : path);
                if (text.Text is not null) return (Text(name, text, origin) with { IsDynamic = true }, Coverage.Understood);
                return (Outside(name, source, origin), Coverage.Conditional);
            default:
                return (Outside(name, source, origin), Coverage.Conditional);
        }
    }

    private (SmtpdTable, Coverage) Bad(string name, string source, Origin origin, string what)
    {
        notes.Problem(origin, ConfigProblemKind.BadValue, what);
        return (Outside(name, source, origin), Coverage.NotModelled);
    }

    private static SmtpdTable Outside(string name, string source, Origin origin) => new(name, [], origin) { Source = source, IsDynamic = true };

    // Where the first line that holds an entry has a blank or a colon, all are keys with values.
    private SmtpdTable Text(string name, ConfigFile file, Origin origin)
    {
        bool? isMap = null;
        var entries = new Dictionary<string, SmtpdEntry>(StringComparer.Ordinal);
        var number = 0;
        foreach (var raw in file.Text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.Trim();
            if (line.IsEmpty) continue;
            if (line[0] == '#')
            {
                if (isMap is null && line[1..].Trim() is "@list") isMap = false;
                continue;
            }

            var at = new Origin(file.Shown, number);
            var cut = Cut(line);
            isMap ??= cut >= 0;
            if (isMap == false)
            {
                Add(entries, line, null, at);
                continue;
            }

            var value = cut < 0 ? [] : Value(line, cut);
            if (value.IsEmpty)
            {
                notes.Problem(at, ConfigProblemKind.Syntax, $"the key {line} has no value; smtpd does not start");
                continue;
            }

            Add(entries, line[..cut], value.ToString(), at);
        }

        return new SmtpdTable(name, [.. entries.Values], origin) { IsMap = isMap ?? true };
    }

    private static void Add(Dictionary<string, SmtpdEntry> entries, ReadOnlySpan<char> key, string? value, Origin at)
    {
        var folded = AsciiText.Lower(key.ToString());
        entries[folded] = new SmtpdEntry(folded, value, at);
    }

    // OpenSMTPD 7 takes what stands in square brackets as one key, whatever colons are in it.
    private int Cut(ReadOnlySpan<char> line)
    {
        if (line[0] == '[' && SmtpdVersion.Of(options) >= 700 && line.IndexOf(']') is >= 0 and var end) return end + 1 < line.Length ? end + 1 : -1;
        return line.IndexOfAny(" \t:");
    }

    // Before 7 a colon that a blank follows may stand apart from the key.
    private ReadOnlySpan<char> Value(ReadOnlySpan<char> line, int cut)
    {
        var value = line[Math.Min(cut + 1, line.Length)..];
        if (SmtpdVersion.Of(options) >= 700) return value.TrimStart(" \t");
        while (!value.IsEmpty && (char.IsWhiteSpace(value[0]) || (value[0] == ':' && value.Length > 1 && char.IsWhiteSpace(value[1])))) value = value[1..];
        return value;
    }

    private static SmtpdTable Snapshot(string name, string source, string text, Origin origin)
    {
        var entries = new Dictionary<string, SmtpdEntry>(StringComparer.Ordinal);
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.Trim();
            if (line.IsEmpty || line[0] == '#') continue;
            var cut = line.IndexOfAny(' ', '\t');
            Add(entries, cut < 0 ? line : line[..cut], cut < 0 ? "" : line[cut..].Trim().ToString(), new Origin(source, number));
        }

        return new SmtpdTable(name, entries.Values.ToImmutableArray(), origin) { IsMap = true, IsDynamic = true };
    }
}
