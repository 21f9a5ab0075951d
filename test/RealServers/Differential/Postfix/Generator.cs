using System.Collections.Immutable;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>Makes one case: a configuration by the grammar of restriction lists, tables and settings, and attempts that know its keys.</summary>
internal sealed partial class Generator
{
    private readonly Chance _chance;
    private readonly HashSet<string> _features = new(StringComparer.Ordinal);
    private readonly List<ConfigPart> _parts = [];
    private readonly List<string> _classes = [];
    private int _tables;

    private Generator(Chance chance) => _chance = chance;

    /// <summary>Every feature that a case may have.</summary>
    public static IEnumerable<string> AllFeatures =>
        [.. s_restrictions.Select(static r => r.Feature), .. s_kinds.Select(static k => k.Feature), .. s_results.Select(static r => r.Feature), .. s_switches.Select(static s => s.Feature), .. s_attemptFeatures];

    /// <summary>The case with a number, and its features.</summary>
    public static (PostfixCase Case, IReadOnlySet<string> Features) Make(int number, int questions)
    {
        var generator = new Generator(new Chance(Seed.For(number)));
        var listeners = generator.Configure();
        return (new PostfixCase([.. generator._parts], listeners, generator.Attempts(listeners, questions)), generator._features);
    }

    private ImmutableArray<string> Configure()
    {
        Basics();
        Domains();
        Networks();
        Recipients();
        foreach (var choice in s_switches)
            if (_chance.Percent(choice.Percent)) Switch(choice);
        Logins();
        Certificates();
        Classes();
        Lists();
        ImmutableArray<string> listeners = _chance.Percent(20) ? ["smtp", "submission"] : ["smtp"];
        if (listeners.Length > 1) Submission();
        return listeners;
    }

    private string Use(string feature)
    {
        _features.Add(feature);
        return feature;
    }

    private void Set(string name, string value) => _parts.Add(new ConfigPart.Setting(name, value));

    private void SetList(string name, IEnumerable<string> items)
    {
        _parts.Add(new ConfigPart.List(name, _chance.One(", ", ", ", " ", ",\n  ", "\n\t", " ,\n# a comment\n\n  ")));
        _parts.AddRange(items.Select(i => new ConfigPart.Item(name, i)));
    }
}
