using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Syntax;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Settings;

/// <summary>Goes over all settings of a configuration: which are known, used, relevant to relaying, and what is wrong with their values.</summary>
internal sealed class SettingsCheck
{
    private readonly MainFile _main;
    private readonly ImmutableArray<PostfixService> _services;
    private readonly ServiceSettings _settings;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly HashSet<string> _classes;
    private readonly HashSet<string> _serviceNames;
    private readonly List<string> _sources = [];
    private readonly HashSet<string> _set = new(StringComparer.Ordinal);

    public SettingsCheck(MainFile main, ServiceSettings settings, ImmutableArray<PostfixService> services)
    {
        (_main, _settings, _services) = (main, settings, services);
        _serviceNames = [.. services.Select(static s => s.Entry.Name)];
        _classes = [.. services.Select(static s => s.Settings).Prepend(settings).SelectMany(static s => PostfixText.Words(s.Get("smtpd_restriction_classes").Value, PostfixText.CommaBlanks))];
        foreach (var (entry, _, _) in Lines())
        {
            _set.Add(entry.Name);
            Mentions(entry.Value, _used, 0);
            foreach (var word in PostfixText.Words(entry.Value, PostfixText.CommaBlanks))
                if (word.Split(':') is [.., "ldap" or "mysql" or "pgsql" or "sqlite" or "memcache" or "mongodb", { Length: > 0 } source] && source[0] is not ('/' or '.')) _sources.Add(source + "_");
        }
    }

    /// <summary>How far each line is understood by itself: the maker of the policy may know less of a relevant one.</summary>
    public IEnumerable<CoverageLine> Coverage()
    {
        foreach (var (entry, service, isOverridden) in Lines())
        {
            var (coverage, because) = isOverridden ? (Relay.Coverage.Irrelevant, "overridden by a later line") : CoverageOf(entry.Name);
            yield return new CoverageLine(entry.Origin, MainFile.Shorten($"{(service is null ? "" : "-o ")}{entry.Name} = {entry.Value}"), coverage, because, service?.Entry.ToString());
        }
    }

    public IEnumerable<ConfigProblem> Problems()
    {
        foreach (var (entry, service, isOverridden) in Lines())
        {
            if (isOverridden) continue;
            foreach (var problem in ProblemsOf(entry, service?.Settings ?? _settings)) yield return problem;
        }
    }

    private IEnumerable<(MainEntry Entry, PostfixService? Service, bool IsOverridden)> Lines()
    {
        foreach (var entry in _main.Entries) yield return (entry, null, _main.IsOverridden(entry));
        foreach (var service in _services)
            foreach (var entry in service.Entry.Overrides)
                yield return (entry, service, !ReferenceEquals(service.Entry.Find(entry.Name), entry));
    }

    private (Coverage Coverage, string? Because) CoverageOf(string name)
    {
        if (Parameters.Find(name) is { } parameter) return (parameter.IsRelevant ? Relay.Coverage.Understood : Relay.Coverage.Irrelevant, null);
        if (_classes.Contains(name)) return (Relay.Coverage.Understood, "a restriction class");
        if (_used.Contains(name)) return (Relay.Coverage.Understood, "used by other settings");
        if (Parameters.IsOfService(name, _serviceNames.Contains)) return (Relay.Coverage.Irrelevant, "a limit of a delivery service");
        if (_sources.Exists(s => name.StartsWith(s, StringComparison.Ordinal))) return (Relay.Coverage.Irrelevant, "a setting of a lookup table");
        return (Relay.Coverage.Irrelevant, "nothing uses it");
    }

    private IEnumerable<ConfigProblem> ProblemsOf(MainEntry entry, ServiceSettings settings)
    {
        var parameter = Parameters.Find(entry.Name);
        if (parameter is null && CoverageOf(entry.Name).Because is "nothing uses it")
        {
            var nearest = Parameters.Nearest(entry.Name);
            yield return new ConfigProblem(entry.Origin, ConfigProblemKind.UnknownName, $"Postfix knows no parameter {entry.Name}, and nothing uses it.",
                nearest is null ? "Remove the line." : $"Did you mean {nearest}?");
        }

        var setting = settings.Get(entry.Name);
        if (settings.Wrong(entry.Name) is { } wrong)
        {
            yield return new ConfigProblem(entry.Origin, ConfigProblemKind.WillNotRun, $"{entry.Name}: {wrong}; programs that use it exit when they start.", null);
            yield break;
        }

        foreach (var name in parameter?.Kind == ParameterKind.Raw ? Enumerable.Empty<string>() : Undefined(entry.Value))
            yield return new ConfigProblem(entry.OriginOf("$" + name), ConfigProblemKind.UnknownName, $"${name} is set nowhere, so that it stands for nothing.",
                Parameters.Nearest(name) is { } near ? $"Did you mean ${near}?" : null);

        if (parameter is not null && WrongValue(parameter, setting.Value) is { } takes)
            yield return new ConfigProblem(entry.Origin, ConfigProblemKind.BadValue, $"{entry.Name} does not take \"{MainFile.Shorten(setting.Value)}\"; programs that use it exit when they start.", takes);
        if (parameter is { IsLegacy: true })
            yield return new ConfigProblem(entry.Origin, ConfigProblemKind.Outdated, $"{entry.Name} is an old name that newer versions have another for.", null);
        if (parameter is not null && parameter.Since > settings.Version)
            yield return new ConfigProblem(entry.Origin, ConfigProblemKind.UnknownName, $"{entry.Name} came with Postfix {parameter.Since / 100}.{parameter.Since % 100}; version {settings.Version / 100}.{settings.Version % 100} does not know it.", null);
    }

    private IEnumerable<string> Undefined(string value)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Mentions(value, names, 0, onlyPlain: true);
        return names.Where(n => Parameters.Find(n) is null && !_set.Contains(n)).Order(StringComparer.Ordinal);
    }

    private static string? WrongValue(Parameter parameter, string value) => parameter.Kind switch
    {
        ParameterKind.Flag when ServiceSettings.Flag(value) is null => "It takes yes or no.",
        ParameterKind.Number when !int.TryParse(value, out _) => "It takes a number.",
        ParameterKind.Time when !IsTime(value) => "It takes a number with a unit: s, m, h, d or w.",
        ParameterKind.Text when value.Length == 0 && parameter.Name is "myhostname" or "mydomain" or "myorigin" => "It needs a value.",
        ParameterKind.Text when parameter.Name is "mynetworks_style" && value.ToLowerInvariant() is not ("host" or "subnet" or "class") => "It takes host, subnet or class.",
        ParameterKind.Text when parameter.Name is "compatibility_level" && CompatibilityLevel.Parse(value) is null => "It takes a level such as 2 or 3.6.",
        _ => null,
    };

    private static bool IsTime(string value)
    {
        var digits = value.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : value.Length;
        return digits > 0 && value[digits..].Trim() is "" or "s" or "m" or "h" or "d" or "w" or "S" or "M" or "H" or "D" or "W";
    }

    // The names that a value mentions, in braces within braces too; only those whose absence leaves nothing where onlyPlain.
    private static void Mentions(ReadOnlySpan<char> text, HashSet<string> names, int depth, bool onlyPlain = false)
    {
        var parts = new MacroParts(text);
        while (depth < 50 && parts.Next())
        {
            if (!parts.IsMacro) continue;
            var body = PostfixText.SkipSpace(parts.Part);
            var end = 0;
            while (end < body.Length && PostfixText.IsNameCharacter(body[end])) end++;
            var rest = PostfixText.SkipSpace(body[end..]);
            if (end > 0 && (rest.IsEmpty || !onlyPlain)) names.Add(body[..end].ToString());
            if (!rest.IsEmpty) Mentions(rest, names, depth + 1, onlyPlain);
        }
    }
}
