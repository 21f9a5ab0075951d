using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Source;

/// <summary>
/// Reads the files of a configuration into logical lines as Exim does: physical lines have their macros replaced, then comments, conditionals
/// and includes are looked at, then continuations are joined.
/// </summary>
internal sealed class EximSource
{
    private const int DeepestInclude = 20;
    private const int MostIncludes = 500;
    private const int MostLines = 400_000;

    private readonly IConfigFiles _files;
    private readonly List<ConfigProblem> _problems;
    private readonly EximMacros _macros = new();
    private readonly ImmutableArray<EximLine>.Builder _lines = ImmutableArray.CreateBuilder<EximLine>();
    private readonly Stack<Conditional> _conditionals = new();
    private Conditional _state = Conditional.Active;
    private string _pending = "";
    private Origin? _begins;
    private int _read;
    private int _included;

    private enum Conditional
    {
        Active,
        /// <summary>Not active, and a later branch may be.</summary>
        Skipping,
        /// <summary>Not active, and no later branch will be.</summary>
        Done,
    }

    private EximSource(IConfigFiles files, List<ConfigProblem> problems) => (_files, _problems) = (files, problems);

    /// <summary>Reads a text that stands for a file.</summary>
    public static ImmutableArray<EximLine> Read(IConfigFiles files, List<ConfigProblem> problems, params IEnumerable<(string Path, string Shown, string Text)> texts)
    {
        var source = new EximSource(files, problems);
        foreach (var (path, shown, text) in texts) source.Read(path, shown, text, 0);
        source.End();
        return source._lines.ToImmutable();
    }

    private void Read(string path, string shown, string text, int depth)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (++_read > MostLines) return;
            Physical(line.ToString(), path, new Origin(shown, number), depth);
        }
    }

    private void Physical(string line, string path, Origin origin, int depth)
    {
        line = line.TrimStart();
        line = _macros.Replace(line, _pending.Length == 0 ? DefinitionLength(line) : 0, out var found).TrimStart();
        if (line.StartsWith('#')) return;
        if (line.StartsWith('.') && IsConditional(line, found, origin)) return;
        if (_state != Conditional.Active) return;
        if (line.StartsWith(".include", StringComparison.Ordinal) && Included(line) is var (name, ifExists))
        {
            Include(name, ifExists, path, origin, depth);
            return;
        }

        _begins ??= origin;
        var logical = (_pending + line).TrimEnd();
        if (logical.EndsWith('\\'))
        {
            _pending = logical[..^1];
            return;
        }

        if (logical.Length == 0)
        {
            // An empty line ends nothing: a continuation goes on after it.
            if (_pending.Length == 0) _begins = null;
            return;
        }

        Logical(logical);
    }

    private void Logical(string text)
    {
        var origin = _begins!;
        (_pending, _begins) = ("", null);
        text = text.TrimStart();
        if (text.Length == 0) return;
        var length = DefinitionLength(text);
        if (length == 0)
        {
            _lines.Add(new EximLine(text, origin));
            return;
        }

        var again = length < text.Length && text[length] == '=';
        var name = text[..(length - 1)].TrimEnd();
        if (_macros.Define(name, text[(length + (again ? 1 : 0))..].Trim(), again) is { } wrong)
            _problems.Add(new ConfigProblem(origin, ConfigProblemKind.WillNotRun, wrong, "Give the macro a name of its own, or write == to redefine it"));
    }

    // The length of "NAME =" at the start of a line; 0 where it defines no macro.
    private static int DefinitionLength(string line)
    {
        if (line.Length == 0 || !char.IsAsciiLetterUpper(line[0])) return 0;
        var i = 0;
        while (i < line.Length && (char.IsAsciiLetterOrDigit(line[i]) || line[i] == '_')) i++;
        while (i < line.Length && char.IsWhiteSpace(line[i])) i++;
        return i < line.Length && line[i] == '=' ? i + 1 : 0;
    }

    private bool IsConditional(string line, bool found, Origin origin)
    {
        var end = line.AsSpan().IndexOfAny(' ', '\t');
        switch (end < 0 ? line : line[..end])
        {
            case ".ifdef":
                Open(found);
                return true;
            case ".ifndef":
                Open(!found);
                return true;
            case ".elifdef":
                Turn(found, origin);
                return true;
            case ".elifndef":
                Turn(!found, origin);
                return true;
            case ".else":
                Turn(true, origin);
                return true;
            case ".endif":
                if (_conditionals.TryPop(out var before)) _state = before;
                else Unmatched(".endif", origin);
                return true;
            default:
                return false;
        }
    }

    private void Open(bool holds)
    {
        _conditionals.Push(_state);
        _state = _state != Conditional.Active ? Conditional.Done : holds ? Conditional.Active : Conditional.Skipping;
    }

    private void Turn(bool holds, Origin origin)
    {
        if (_conditionals.Count == 0) Unmatched(".else", origin);
        else _state = _state == Conditional.Skipping && holds ? Conditional.Active : _state == Conditional.Skipping ? Conditional.Skipping : Conditional.Done;
    }

    private void Unmatched(string what, Origin origin) =>
        _problems.Add(new ConfigProblem(origin, ConfigProblemKind.WillNotRun, $"{what} without .ifdef; Exim does not start", "Remove it or add the .ifdef"));

    private static (string Name, bool IfExists)? Included(string line)
    {
        const string always = ".include", ifExists = ".include_if_exists";
        var checks = line.StartsWith(ifExists, StringComparison.Ordinal);
        var rest = line[(checks ? ifExists : always).Length..];
        if (rest.Length == 0 || !char.IsWhiteSpace(rest[0])) return null;
        rest = rest.Trim();
        if (rest is ['"', .., '"'] && rest.Length > 1) rest = rest[1..^1];
        return (rest, checks);
    }

    private void Include(string name, bool ifExists, string from, Origin origin, int depth)
    {
        if (!name.StartsWith('/'))
        {
            var slash = from.LastIndexOf('/');
            name = slash < 0 ? name : from[..(slash + 1)] + name;
        }

        if (depth >= DeepestInclude || ++_included > MostIncludes)
        {
            if (_included <= MostIncludes + 1) _problems.Add(new ConfigProblem(origin, ConfigProblemKind.WillNotRun, $"{name} is included too deeply or too often: perhaps it includes itself", "Remove the loop"));
            return;
        }

        var file = _files.Read(name);
        if (file.Text is { } text) Read(name, file.Shown, text, depth + 1);
        else if (file.State is not ConfigFileState.Missing)
            _problems.Add(new ConfigProblem(origin, ConfigProblemKind.NotAtHand, $"{name} is included and is not among the files at hand; what it says is not known", $"Put a copy beside {from[(from.LastIndexOf('/') + 1)..]}"));
        else if (!ifExists)
            _problems.Add(new ConfigProblem(origin, ConfigProblemKind.MissingFile, $"{name} cannot be included ({file.State.ToString().ToLowerInvariant()}); Exim does not start without it", "Give the file along, or remove the line"));
    }

    private void End()
    {
        if (_pending.Length > 0) Logical(_pending);
        if (_conditionals.Count > 0)
            _problems.Add(new ConfigProblem(new Origin(_lines.Count > 0 ? _lines[^1].Origin.File : "", 0), ConfigProblemKind.WillNotRun, ".endif is missing at the end; Exim does not start", "Add .endif"));
    }
}
