using System.Collections.Immutable;
using System.Text;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>
/// Puts a Debian configuration together as <c>update-exim4.conf</c> does: the values of <c>update-exim4.conf.conf</c> become macros where the line
/// <c>UPEX4CmacrosUPEX4C</c> stands in the template, or in the files of <c>conf.d</c>. Every other file is read as it is.
/// </summary>
internal static class DebianConfig
{
    private const string Marker = "UPEX4CmacrosUPEX4C";
    private const string Settings = "update-exim4.conf.conf";
    private static readonly string[] s_sections = ["main", "acl", "router", "transport", "retry", "rewrite", "auth"];

    public static ImmutableArray<EximLine> Lines(IConfigFiles files, string path, List<ConfigProblem> problems)
    {
        var slash = path.LastIndexOf('/');
        var folder = slash < 0 ? "" : path[..(slash + 1)];
        var name = path[(slash + 1)..];
        var file = files.Read(path);
        if (file.Text is not { } text)
        {
            problems.Add(new ConfigProblem(new Origin(file.Shown, 0), ConfigProblemKind.MissingFile, $"{path} cannot be read ({file.State.ToString().ToLowerInvariant()})", "Name the file of the configuration"));
            return [];
        }

        if (name == Settings) return Assembled(files, folder, Values(text), problems);
        if (!text.Contains(Marker, StringComparison.Ordinal) || files.Read(folder + Settings).Text is not { } settings) return EximSource.Read(files, problems, (path, file.Shown, text));
        return Assembled(files, folder, Values(settings), problems);
    }

    private static ImmutableArray<EximLine> Assembled(IConfigFiles files, string folder, Dictionary<string, string> values, List<ConfigProblem> problems)
    {
        var isSplit = IsTrue(values, "dc_use_split_config");
        var parts = new List<(string, string, string)>();
        if (isSplit)
        {
            foreach (var section in s_sections)
                foreach (var path in files.List($"{folder}conf.d/{section}").Where(IsPart)) Add(path);
        }
        else
        {
            if (files.Read($"{folder}exim4.conf.localmacros") is { Text: { } macros } local) parts.Add((local.Path, local.Shown, macros));
            Add($"{folder}exim4.conf.template");
        }

        var made = Macros(files, values);
        return EximSource.Read(files, problems, parts.SelectMany(p => Inserted(p, made)));

        void Add(string path)
        {
            if (files.Read(path) is { Text: { } text } file) parts.Add((path, file.Shown, text));
            else problems.Add(new ConfigProblem(new Origin(path, 0), ConfigProblemKind.MissingFile, $"{path} is missing", "Give it along, or set dc_use_split_config to what is there"));
        }
    }

    // The macros come behind the line that marks their place; the lines around keep their numbers.
    private static IEnumerable<(string, string, string)> Inserted((string Path, string Shown, string Text) part, string macros)
    {
        var at = part.Text.StartsWith(Marker, StringComparison.Ordinal) ? 0 : part.Text.IndexOf("\n" + Marker, StringComparison.Ordinal);
        if (at < 0) return [part];
        var end = part.Text.IndexOf('\n', at + 1);
        if (end < 0) return [part, (Settings, Settings, macros)];
        var before = part.Text[..(end + 1)];
        var lines = new string('\n', before.AsSpan().Count('\n'));
        return [(part.Path, part.Shown, before.TrimEnd('\n')), (Settings, Settings, macros), (part.Path, part.Shown, lines + part.Text[(end + 1)..])];
    }

    private static string Macros(IConfigFiles files, Dictionary<string, string> values)
    {
        var text = new StringBuilder();
        void Seed(string name, string value) => text.Append($".ifndef {name}\n{name}={value.ToLowerInvariant()}\n.endif\n");
        string Listed(string name) => Value(values, name) is var v && v.Contains(';', StringComparison.Ordinal) && !v.TrimStart().StartsWith('<') ? $"<; {v}" : v;

        var others = Value(values, "dc_other_hostnames").TrimEnd(';', ':', ' ');
        var local = $"@:localhost:{others}".TrimEnd(';', ':', ' ').Replace(';', ':');
        var nets = Listed("dc_relay_nets");
        var type = Value(values, "dc_eximconfig_configtype").ToLowerInvariant();
        if (Value(values, "dc_local_interfaces").Length > 0) Seed("MAIN_LOCAL_INTERFACES", Listed("dc_local_interfaces"));
        if (IsTrue(values, "dc_minimaldns")) Seed("DC_minimaldns", "1");
        if (type is "satellite" or "smarthost" && IsTrue(values, "dc_hide_mailname") && Value(values, "dc_readhost").Length > 0) Seed("HIDE_MAILNAME", "1");
        Seed("MAIN_LOCAL_DOMAINS", local);
        Seed("MAIN_RELAY_TO_DOMAINS", Listed("dc_relay_domains"));
        Seed("ETC_MAILNAME", files.Read("/etc/mailname").Text?.Split('\n')[0].Trim() is { Length: > 0 } mailname ? mailname : "localhost");
        Seed("LOCAL_DELIVERY", Value(values, "dc_localdelivery") is { Length: > 0 } delivery ? delivery : "mail_spool");
        Seed("MAIN_RELAY_NETS", nets.StartsWith("<;", StringComparison.Ordinal) ? $"{nets} ; 127.0.0.1 ; ::1" : $"{nets} : 127.0.0.1 : ::::1");
        Seed("DCreadhost", Value(values, "dc_readhost"));
        Seed("DCsmarthost", Value(values, "dc_smarthost").Replace(';', ':'));
        Seed("DC_eximconfig_configtype", type);
        Seed($"DCconfig_{type}", "1");
        foreach (var (name, value) in values.Where(static v => char.IsAsciiLetterUpper(v.Key[0]) && v.Key != "CFILEMODE")) Seed(name, value);
        return text.ToString();
    }

    private static string Value(Dictionary<string, string> values, string name) => values.GetValueOrDefault(name, "");

    private static bool IsTrue(Dictionary<string, string> values, string name) => string.Equals(Value(values, name), "true", StringComparison.OrdinalIgnoreCase);

    // Assignments of a shell: name='value'.
    private static Dictionary<string, string> Values(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            var equals = line.IndexOf('=');
            if (equals <= 0 || line[0] == '#') continue;
            var value = line[(equals + 1)..].Trim();
            if (value.Length > 1 && value[0] is '\'' or '"' && value.LastIndexOf(value[0]) is > 0 and var close) value = value[1..close];
            values[line[..equals].ToString()] = value.ToString();
        }

        return values;
    }

    // run-parts' names.
    private static bool IsPart(string path) => path[(path.LastIndexOf('/') + 1)..].All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
