using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Gatepost.Relay;

namespace Gatepost.Mta;

/// <summary>
/// Files that may hold placeholders, which something fills in before the server reads them. What readers find wrong in such lines is no mistake of the configuration; it is told once for
/// each file that it is a template. Lines with placeholders that matter prevent a proof, but for those that only give names of the server's own.
/// </summary>
/// <param name="files">The files.</param>
internal sealed partial class Template(IConfigFiles files) : IConfigFiles
{
    // What is filled in there names the server and its domains.
    private static readonly FrozenSet<string> s_names = FrozenSet.Create(
        "myhostname", "mydomain", "myorigin", "mydestination", "virtual_mailbox_domains", "virtual_alias_domains", "relay_domains", "virtual_mailbox_maps", "virtual_alias_maps", "local_recipient_maps", "alias_maps",
        "alias_database", "primary_hostname", "qualify_domain", "qualify_recipient", "relayhost");

    private readonly Dictionary<string, Dictionary<int, List<string>>> _found = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ConfigFile Read(string path)
    {
        var file = files.Read(path);
        if (file.Text is { } text && !_found.ContainsKey(file.Shown)) _found[file.Shown] = Placeholders(text);
        return file;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string directory) => files.List(directory);

    /// <summary>The configuration with what placeholders change.</summary>
    public Configuration Mark(Configuration read)
    {
        var templates = _found.Where(static f => f.Value.Count > 0).OrderBy(static f => f.Key, StringComparer.Ordinal).ToArray();
        if (templates.Length == 0) return read;
        var all = templates.SelectMany(static t => t.Value.Values).SelectMany(static p => p).ToFrozenSet(StringComparer.Ordinal);
        return read with
        {
            Problems =
            [
                .. templates.Select(static t => new ConfigProblem(new Origin(t.Key, t.Value.Keys.Min()), ConfigProblemKind.Template, Names([.. t.Value.OrderBy(static l => l.Key).SelectMany(static l => l.Value).Distinct()]), null)),
                .. read.Problems.Where(p => !IsOfTemplate(p, all)),
            ],
            Coverage = [.. read.Coverage.Select(Cover)],
        };
    }

    private static string Names(string[] placeholders) => placeholders.Length == 1
        ? $"{placeholders[0]} stands for what is filled in before the server reads the file"
        : $"{placeholders[0]} and {placeholders.Length - 1} more like it stand for what is filled in before the server reads the file";

    // Both branches of a condition of the template set one parameter; only one of them is there in the end.
    private bool IsOfTemplate(ConfigProblem problem, FrozenSet<string> all) =>
        At(problem.Origin).Count > 0
        || (problem.Kind == ConfigProblemKind.Conflict && _found.TryGetValue(problem.Origin.File, out var lines) && lines.Values.Any(static l => l.Any(static p => p.StartsWith("{%", StringComparison.Ordinal))))
        || Placeholder().Matches(problem.What).Any(m => all.Contains(m.Value));

    private CoverageLine Cover(CoverageLine line)
    {
        if (line.Coverage is not (Coverage.Understood or Coverage.Conditional) || At(line.Origin) is not [var first, ..]) return line;
        var name = line.Setting.Split((char[])[' ', '='], 2)[0];
        return s_names.Contains(name) || name.StartsWith("smtpd_tls_", StringComparison.Ordinal) ? line : line with { Coverage = Coverage.NotModelled, Because = $"what is filled in for {first} decides" };
    }

    private List<string> At(Origin origin) => _found.TryGetValue(origin.File, out var lines) && lines.TryGetValue(origin.Line, out var found) ? found : [];

    private static Dictionary<int, List<string>> Placeholders(string text)
    {
        var found = new Dictionary<int, List<string>>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.TrimStart() is [] or ['#', ..] || line.Length > 4096) continue;
            foreach (var match in Placeholder().EnumerateMatches(line))
            {
                if (!found.TryGetValue(number, out var here)) found[number] = here = [];
                here.Add(line.Slice(match.Index, match.Length).ToString());
            }
        }

        return found;
    }

    // Jinja, ERB, autoconf and the like. ${{a} == {b}} is Postfix's own, {{def:x} {y}} Exim's.
    [GeneratedRegex(@"\{%[^%]{1,200}%\}|(?<![$\w]\s?)\{\{\s*[A-Za-z_][^{}:=]{0,100}\}\}|<%[^%]{1,200}%>|@@[A-Za-z]\w*@@|%%[A-Za-z]\w*%%|\bPH_[A-Z0-9_]+\b|(?<![A-Za-z0-9])__?[A-Z][A-Z0-9]*(_[A-Z0-9]+)*__?(?![A-Za-z0-9])|(?<=[\s=,])@[A-Z][A-Z0-9_]+@")]
    private static partial Regex Placeholder();
}
