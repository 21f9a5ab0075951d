using System.Collections.Immutable;

namespace Gatepost.Mta.Exim.Source;

/// <summary>A configuration by its sections (specification chapter 6), before anything is expanded.</summary>
internal sealed class EximSections
{
    private static readonly string[] s_listWords = ["domainlist", "hostlist", "addresslist", "localpartlist"];
    private static readonly string[] s_sections = ["acl", "authenticators", "local_scan", "retry", "rewrite", "routers", "transports"];

    private readonly List<ConfigProblem> _problems;

    private EximSections(List<ConfigProblem> problems) => _problems = problems;

    public List<EximSetting> Options { get; } = [];

    public Dictionary<(EximListKind Kind, string Name), EximNamedList> Lists { get; } = [];

    public Dictionary<string, EximAcl> Acls { get; } = new(StringComparer.Ordinal);

    public List<EximDriver> Routers { get; } = [];

    public List<EximDriver> Transports { get; } = [];

    public List<EximDriver> Authenticators { get; } = [];

    public List<EximLine> Rewriting { get; } = [];

    /// <summary>Lines of the main section that are nothing Exim knows.</summary>
    public List<EximLine> Unknown { get; } = [];

    public static EximSections Read(ImmutableArray<EximLine> lines, List<ConfigProblem> problems)
    {
        var sections = new EximSections(problems);
        var section = "main";
        var from = 0;
        for (var i = 0; i <= lines.Length; i++)
        {
            if (i < lines.Length && !lines[i].Text.StartsWith("begin ", StringComparison.OrdinalIgnoreCase)) continue;
            sections.Section(section, lines[from..i]);
            if (i < lines.Length) section = sections.NameOf(lines[i]);
            from = i + 1;
        }

        return sections;
    }

    /// <summary>The value of a main option; null where it is not set. A switch is <c>true</c> or <c>false</c>.</summary>
    public EximSetting? Option(string name) => Options.FindLast(o => o.Name == name);

    private string NameOf(EximLine line)
    {
        var name = line.Text["begin ".Length..].Trim();
        if (!s_sections.Contains(name))
            _problems.Add(new ConfigProblem(line.Origin, ConfigProblemKind.WillNotRun, $"there is no section {name}; Exim does not start", $"Write one of {string.Join(", ", s_sections)}"));
        return name;
    }

    private void Section(string name, ImmutableArray<EximLine> lines)
    {
        switch (name)
        {
            case "main":
                foreach (var line in lines) Main(line);
                break;
            case "acl":
                ReadAcls(lines);
                break;
            case "routers":
                Drivers(lines, Routers);
                break;
            case "transports":
                Drivers(lines, Transports);
                break;
            case "authenticators":
                Drivers(lines, Authenticators);
                break;
            case "rewrite":
                Rewriting.AddRange(lines);
                break;
        }
    }

    private void Main(EximLine line)
    {
        var text = line.Text.StartsWith("hide", StringComparison.Ordinal) && line.Text.Length > 4 && char.IsWhiteSpace(line.Text[4]) ? line.Text[4..].TrimStart() : line.Text;
        for (var kind = 0; kind < s_listWords.Length; kind++)
        {
            if (!text.StartsWith(s_listWords[kind], StringComparison.Ordinal)) continue;
            var rest = text[s_listWords[kind].Length..];
            if (rest.StartsWith("_cache", StringComparison.Ordinal)) rest = rest["_cache".Length..];
            if (rest.Length == 0 || !char.IsWhiteSpace(rest[0])) continue;
            NamedList((EximListKind)kind, rest.TrimStart(), line);
            return;
        }

        if (Setting(line with { Text = text }, EximOptions.IsSwitch) is not { } setting)
        {
            Unknown.Add(line);
            return;
        }

        if (Option(setting.Name) is { } earlier)
            _problems.Add(new ConfigProblem(line.Origin, ConfigProblemKind.WillNotRun, $"{setting.Name} is already set in {earlier.Origin}; Exim does not start", "Keep one of the two"));
        Options.Add(setting);
    }

    private void NamedList(EximListKind kind, string text, EximLine line)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
        var rest = text[end..].TrimStart();
        if (end == 0 || !rest.StartsWith('='))
        {
            Unknown.Add(line);
            return;
        }

        var list = new EximNamedList(kind, text[..end], EximText.Dequote(rest[1..].TrimStart()), line.Origin);
        if (Lists.TryGetValue((kind, list.Name), out var earlier))
            _problems.Add(new ConfigProblem(line.Origin, ConfigProblemKind.WillNotRun, $"the list {list.Name} is already defined in {earlier.Origin}; Exim does not start", "Keep one of the two"));
        else Lists.Add((kind, list.Name), list);
    }

    /// <summary>Reads <c>name = value</c>, <c>name</c> or <c>no_name</c>; null where it is neither.</summary>
    private static EximSetting? Setting(EximLine line, Func<string, bool> isSwitch)
    {
        var text = line.Text;
        var end = 0;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.')) end++;
        if (end == 0) return null;
        var name = text[..end];
        var rest = text[end..].TrimStart();
        if (rest.StartsWith('='))
        {
            var value = EximText.Dequote(rest[1..].TrimStart());
            return new EximSetting(name, isSwitch(name) ? OnOff(value) : value, line.Origin);
        }

        if (rest.Length > 0) return null;
        foreach (var no in (string[])["no_", "not_"])
            if (name.StartsWith(no, StringComparison.Ordinal) && isSwitch(name[no.Length..])) return new EximSetting(name[no.Length..], "false", line.Origin);
        return new EximSetting(name, isSwitch(name) ? "true" : "", line.Origin);
    }

    private static string OnOff(string value) => value.ToLowerInvariant() switch { "yes" or "true" or "1" => "true", "no" or "false" or "0" => "false", var other => other };

    // An ACL begins with its name and a colon.
    private void ReadAcls(ImmutableArray<EximLine> lines)
    {
        for (var i = 0; i < lines.Length;)
        {
            var head = lines[i];
            var colon = head.Text.IndexOf(':', StringComparison.Ordinal);
            if (!IsHead(head.Text))
            {
                _problems.Add(new ConfigProblem(head.Origin, ConfigProblemKind.WillNotRun, $"no ACL begins before \"{Shorten.To(head.Text)}\"; Exim does not start", "Begin the ACL with its name and a colon"));
                i++;
                continue;
            }

            var name = head.Text[..colon].Trim();
            var from = ++i;
            while (i < lines.Length && !IsHead(lines[i].Text)) i++;
            if (!Acls.TryAdd(name, new EximAcl(name, lines[from..i], head.Origin)))
                _problems.Add(new ConfigProblem(head.Origin, ConfigProblemKind.WillNotRun, $"there are two ACLs {name}; Exim does not start", "Give one of them another name"));
        }
    }

    private static bool IsHead(string text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
        while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
        return end > 0 && end < text.Length && text[end] == ':';
    }

    private void Drivers(ImmutableArray<EximLine> lines, List<EximDriver> into)
    {
        EximDriver? current = null;
        foreach (var line in lines)
        {
            if (IsHead(line.Text))
            {
                current = new EximDriver(line.Text[..line.Text.IndexOf(':', StringComparison.Ordinal)].Trim(), line.Origin);
                into.Add(current);
                continue;
            }

            var text = line.Text.StartsWith("hide ", StringComparison.Ordinal) ? line.Text[5..].TrimStart() : line.Text;
            if (current is not null && Setting(line with { Text = text }, EximDriverSwitches.Contains) is { } setting) current.Add(setting);
            else _problems.Add(new ConfigProblem(line.Origin, ConfigProblemKind.Syntax, $"\"{Shorten.To(line.Text)}\" is no option; Exim does not start", "Write name = value"));
        }
    }
}
