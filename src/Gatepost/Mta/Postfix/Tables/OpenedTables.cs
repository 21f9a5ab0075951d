using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Settings;
using Gatepost.Mta.Postfix.Syntax;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Tables;

/// <summary>
/// Opens the lookup tables of a configuration from their source text, each once. Tables that only the outside can answer are so, unless the options give their content. Many threads may open at once.
/// </summary>
public sealed class OpenedTables : PostfixTables
{
    private const int Deepest = 20;

    private readonly IConfigFiles _files;
    private readonly ReadingOptions _options;
    private readonly ServiceSettings _settings;
    private readonly TableRules _rules;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PostfixTable> _opened = new(StringComparer.Ordinal);
    private readonly List<ConfigProblem> _problems = [];
    private readonly Dictionary<string, string> _problemTables = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _proxied;

    /// <summary>Makes the tables of a configuration.</summary>
    /// <param name="files">The files.</param>
    /// <param name="options">What the options say of outside tables.</param>
    /// <param name="settings">The parameters of main.cf alone.</param>
    public OpenedTables(IConfigFiles files, ReadingOptions options, ServiceSettings settings)
    {
        (_files, _options, _settings) = (files, options, settings);
        _rules = new TableRules(settings.Version >= 302, settings.IsYes("smtputf8_enable"));
        _proxied = new Lazy<HashSet<string>>(Proxied);
    }

    /// <summary>What is wrong in the tables opened so far.</summary>
    public ImmutableArray<ConfigProblem> Problems
    {
        get
        {
            lock (_lock) return [.. _problems];
        }
    }

    /// <summary>The tables opened so far, in the order of their names.</summary>
    public ImmutableArray<PostfixTable> All
    {
        get
        {
            lock (_lock) return [.. _opened.Values.OrderBy(static t => t.Name, StringComparer.Ordinal)];
        }
    }

    /// <inheritdoc/>
    public override PostfixTable Open(string typeName, Origin origin)
    {
        lock (_lock) return Open(typeName, origin, 0);
    }

    /// <inheritdoc/>
    public override PostfixTable Unread(string path, ConfigFile file, Origin origin)
    {
        lock (_lock) return _opened.TryGetValue(path, out var opened) ? opened : _opened[path] = Unread(path, file, takesPartialKeys: false, origin);
    }

    private PostfixTable Open(string name, Origin origin, int depth)
    {
        if (_opened.TryGetValue(name, out var opened))
        {
            Place(opened, origin);
            return opened;
        }

        var table = depth > Deepest ? ClosedTable.Broken(name, "tables are nested too deeply", origin) : Make(name, origin, depth);
        if (table.Fault is { } fault && table is ClosedTable)
            Report(name, new ConfigProblem(origin, fault.What.Contains("is missing", StringComparison.Ordinal) ? ConfigProblemKind.MissingFile : ConfigProblemKind.BadValue,
                $"{MainFile.Shorten(name)}: {fault.What}; {(fault.IsFatal ? "the program that opens it exits" : "every lookup fails with a temporary error")}.", null));
        return _opened[name] = table;
    }

    // Where a default names a table first, the line that configures it comes later.
    private void Place(PostfixTable table, Origin origin)
    {
        if (ReferenceEquals(origin, Origin.Default)) return;
        for (var i = 0; i < _problems.Count; i++)
            if (ReferenceEquals(_problems[i].Origin, Origin.Default) && _problemTables.GetValueOrDefault(_problems[i].What) == table.Name) _problems[i] = _problems[i] with { Origin = origin };
    }

    private void Report(string table, ConfigProblem problem)
    {
        _problems.Add(problem);
        _problemTables[problem.What] = table;
    }

    private PostfixTable Make(string name, Origin origin, int depth)
    {
        if (_options.Snapshots.TryGetValue(name, out var snapshot)) return PostmapText.Read(name, snapshot, name, _rules, _problems);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == name.Length - 1) return ClosedTable.Broken(name, "a table is written type:name", origin, isFatal: true);
        var body = name[(colon + 1)..];
        return name[..colon] switch
        {
            "hash" or "btree" => Indexed(name, body, [".db"], origin),
            "lmdb" => Indexed(name, body, [".lmdb"], origin),
            "cdb" => Indexed(name, body, [".cdb"], origin),
            "dbm" or "sdbm" => Indexed(name, body, [".pag", ".dir"], origin),
            "texthash" => File(name, body, origin, (text, file) => PostmapText.Read(name, text, file, _rules, _problems)),
            "inline" => PostmapText.ReadInline(name, body, origin, _rules, out var inline) is { } wrong ? ClosedTable.Broken(name, wrong, origin) : inline,
            "static" => Static(name, body, origin),
            "cidr" => Rules(name, body, origin, rules => new CidrTable(name, CidrRule.Read(rules, _problems))),
            "regexp" or "pcre" => Rules(name, body, origin, rules => new PatternTable(name, new PatternRules(name[0] == 'p', _problems).Read(rules), origin)),
            "unionmap" or "pipemap" => Combined(name, body, origin, depth),
            "randmap" => Random(name, body, origin),
            "fail" => ClosedTable.Broken(name, "fail: tables fail by their nature", origin),
            "proxy" => Proxy(name, body, origin, depth),
            "tcp" or "socketmap" => ClosedTable.Beyond(name, takesPartialKeys: false, origin),
            "unix" or "environ" or "mysql" or "pgsql" or "sqlite" or "ldap" or "mongodb" or "memcache" or "nis" or "nisplus" or "netinfo" => ClosedTable.Beyond(name, takesPartialKeys: true, origin),
            var type => ClosedTable.Broken(name, $"Postfix knows no tables of type {type}", origin),
        };
    }

    // The source text stands for the indexed file that postmap made of it.
    private PostfixTable Indexed(string name, string path, string[] suffixes, Origin origin)
    {
        var file = _files.Read(Full(path, origin));
        if (file.Text is { } text) return PostmapText.Read(name, text, file.Shown, _rules, _problems);
        if (file.State == ConfigFileState.Missing && suffixes.Any(s => Exists(file.Path + s))) return ClosedTable.Beyond(name, takesPartialKeys: true, origin);
        return Unread(name, file, takesPartialKeys: true, origin);
    }

    private PostfixTable File(string name, string path, Origin origin, Func<string, string, PostfixTable> read)
    {
        var file = _files.Read(Full(path, origin));
        return file.Text is { } text ? read(text, file.Shown) : Unread(name, file, name.StartsWith("texthash", StringComparison.Ordinal), origin);
    }

    // A file that the server could read and this reader may not is outside.
    private ClosedTable Unread(string name, ConfigFile file, bool takesPartialKeys, Origin origin)
    {
        if (file.State == ConfigFileState.Missing) return ClosedTable.Broken(name, $"{file.Shown} is missing", origin);
        Report(name, new ConfigProblem(origin, file.State == ConfigFileState.Outside ? ConfigProblemKind.NotAtHand : ConfigProblemKind.MissingFile, $"{file.Shown} {(file.State == ConfigFileState.TooLarge ? "is larger than 64 MiB" : file.State == ConfigFileState.Unreadable ? "cannot be read" : "is not among the files at hand")}; what it says is not known",
            $"put a copy beside main.cf, or give its content with --assume '{name}=@FILE'"));
        return ClosedTable.Beyond(name, takesPartialKeys, origin);
    }

    private bool Exists(string path) => _files.List(path[..Math.Max(path.LastIndexOf('/'), 0)]).Contains(path);

    // A relative name is one in the queue directory, where Postfix's programs work.
    private string Full(string path, Origin origin)
    {
        if (path[0] == '/') return path;
        var full = $"{_settings.Get("queue_directory").Value}/{path}";
        _problems.Add(new ConfigProblem(origin, ConfigProblemKind.Risky, $"{MainFile.Shorten(path)} is relative, so that Postfix looks for {MainFile.Shorten(full)}.", "Write the whole path."));
        return full;
    }

    private PostfixTable Rules(string name, string body, Origin origin, Func<RuleText, PostfixTable> make)
    {
        if (body[0] != '{' || _settings.Version < 307) return File(name, body, origin, (text, file) => make(RuleText.OfFile(text, file, _problems)));
        return RuleText.OfBraces(body, origin, out var rules) is { } wrong ? ClosedTable.Broken(name, wrong, origin) : make(rules);
    }

    private PostfixTable Static(string name, string body, Origin origin)
    {
        if (body[0] != '{' || _settings.Version < 300) return new StaticTable(name, body, origin);
        return PostfixText.Unwrap(body, out var value) is { } wrong ? ClosedTable.Broken(name, wrong, origin) : new StaticTable(name, value.ToString(), origin);
    }

    // Which of several values it gives only chance knows.
    private static PostfixTable Random(string name, string body, Origin origin) => Words(body) switch
    {
        null or [] => ClosedTable.Broken(name, "randmap:{value …} is expected", origin),
        var words when words.Distinct(StringComparer.Ordinal).Count() == 1 => new StaticTable(name, words[0], origin, takesPartialKeys: false),
        _ => ClosedTable.Beyond(name, takesPartialKeys: false, origin),
    };

    private PostfixTable Combined(string name, string body, Origin origin, int depth)
    {
        var words = Words(body);
        if (words is not { Count: > 0 }) return ClosedTable.Broken(name, $"{name[..name.IndexOf(':', StringComparison.Ordinal)]}:{{type:name …}} is expected", origin);
        return new CombinedTable(name, [.. words.Select(w => Open(w, origin, depth + 1))], name[0] == 'p');
    }

    private PostfixTable Proxy(string name, string body, Origin origin, int depth)
    {
        while (body.StartsWith("proxy:", StringComparison.Ordinal)) body = body["proxy:".Length..];
        if (!_proxied.Value.Contains(body)) return ClosedTable.Broken(name, "proxy_read_maps does not name it", origin, isFatal: true);
        return Open(body, origin, depth + 1) is { Outside: { } outside } table ? ClosedTable.Beyond(name, table.TakesPartialKeys, outside.Origin) : Matching.UnfoldedTable.Of(Open(body, origin, depth + 1));
    }

    private static List<string>? Words(string body) =>
        PostfixText.Balanced(body) == body.Length ? PostfixText.Words(body.AsSpan(1, body.Length - 2), PostfixText.CommaBlanks) : null;

    // What the proxymap service lets others ask: the tables that some parameter of proxy_read_maps names with proxy:.
    private HashSet<string> Proxied()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        AddProxied(_settings.Get("proxy_read_maps").Value, names, 0);
        return names;
    }

    private static void AddProxied(string text, HashSet<string> names, int depth)
    {
        foreach (var word in PostfixText.Words(text, PostfixText.CommaBlanks))
        {
            var body = word;
            while (body.StartsWith("proxy:", StringComparison.Ordinal)) body = body["proxy:".Length..];
            if (body.Length < word.Length) names.Add(body);
            var brace = word.IndexOf('{', StringComparison.Ordinal);
            if (brace >= 0 && depth < Deepest && PostfixText.Balanced(word.AsSpan(brace)) is > 2 and var length) AddProxied(word.Substring(brace + 1, length - 2), names, depth + 1);
        }
    }
}
