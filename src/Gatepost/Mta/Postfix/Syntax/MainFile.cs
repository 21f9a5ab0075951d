using System.Collections.Immutable;
using System.Text;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Syntax;

/// <summary>A main.cf: what it sets, in order. The last of several settings of one name holds.</summary>
public sealed class MainFile
{
    private readonly Dictionary<string, MainEntry> _last = new(StringComparer.Ordinal);

    /// <summary>Makes one of entries.</summary>
    public MainFile(ImmutableArray<MainEntry> entries, ImmutableArray<ConfigProblem> problems)
    {
        Entries = entries;
        foreach (var entry in entries) _last[entry.Name] = entry;
        Problems = problems;
    }

    /// <summary>Every setting in order, those too that a later one overrides.</summary>
    public ImmutableArray<MainEntry> Entries { get; }

    /// <summary>Lines that Postfix would not read, and settings that are overridden with another value.</summary>
    public ImmutableArray<ConfigProblem> Problems { get; }

    /// <summary>The setting of a name that holds; null where there is none.</summary>
    public MainEntry? Find(string name) => _last.GetValueOrDefault(name);

    /// <summary>True where a later setting of the same name holds instead.</summary>
    public bool IsOverridden(MainEntry entry) => !ReferenceEquals(_last[entry.Name], entry);

    /// <summary>Reads a main.cf.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="file">What origins call it.</param>
    public static MainFile Parse(string text, string file)
    {
        var entries = ImmutableArray.CreateBuilder<MainEntry>();
        var problems = ImmutableArray.CreateBuilder<ConfigProblem>();
        var lines = new LogicalLineReader(text);
        var last = new Dictionary<string, MainEntry>(StringComparer.Ordinal);
        while (lines.Next())
        {
            var origin = new Origin(file, lines.Line);
            if (PostfixText.SplitNameValue(lines.Text, out var name, out var value) is { } wrong)
            {
                problems.Add(new ConfigProblem(origin, ConfigProblemKind.WillNotRun, $"{wrong} in \"{Shorten(lines.Text)}\"; no part of Postfix starts with this line.", "Write name = value, or put # before the line."));
                continue;
            }

            var entry = new MainEntry(name.ToString(), value.ToString(), origin) { Lines = Parts(lines, value) };
            if (last.TryGetValue(entry.Name, out var earlier) && earlier.Value != entry.Value)
                problems.Add(new ConfigProblem(earlier.Origin, ConfigProblemKind.Conflict, $"{entry.Name} is set again in line {origin.Line}, and only that one holds.", $"Remove one of the two lines."));
            last[entry.Name] = entry;
            entries.Add(entry);
        }

        foreach (var orphan in lines.Orphans) problems.Add(Orphan(new Origin(file, orphan)));
        return new MainFile(entries.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>Writes it out, so that it reads as itself but for the positions.</summary>
    public string Render()
    {
        var text = new StringBuilder();
        foreach (var entry in Entries) text.Append(entry.Name).Append(" = ").Append(entry.Value).Append('\n');
        return text.ToString();
    }

    internal static ConfigProblem Orphan(Origin origin) =>
        new(origin, ConfigProblemKind.Syntax, "The line begins with white space and continues none; Postfix leaves it out.", "Remove the white space at its beginning.");

    internal static string Shorten(ReadOnlySpan<char> text) => text.Length <= 60 ? text.ToString() : $"{text[..59]}…";

    private static ImmutableArray<(int, int)> Parts(LogicalLineReader lines, ReadOnlySpan<char> value)
    {
        if (lines.Offset >= 0) return [];
        lines.Text.Overlaps(value, out var start);
        var parts = ImmutableArray.CreateBuilder<(int, int)>();
        foreach (var (offset, line) in lines.Parts) parts.Add((offset - start, line));
        return parts.ToImmutable();
    }
}
