using System.Collections.Frozen;
using System.Collections.Immutable;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Tables;

/// <summary>Names of domains and hosts, with stars.</summary>
internal sealed class DomainKeys : SmtpdKeys
{
    private readonly FrozenDictionary<string, SmtpdEntry> _names;
    private readonly FrozenDictionary<string, SmtpdEntry> _below;
    private readonly FrozenDictionary<string, SmtpdEntry>.AlternateLookup<ReadOnlySpan<char>> _belowSpans;
    private readonly ImmutableArray<SmtpdEntry> _patterns;

    public DomainKeys(IReadOnlyCollection<SmtpdEntry> entries)
    {
        _names = entries.Where(static e => !e.Key.Contains('*', StringComparison.Ordinal)).ToFrozenDictionary(static e => e.Key, StringComparer.Ordinal);
        _below = entries.Where(static e => IsBelow(e.Key)).ToFrozenDictionary(static e => e.Key[2..], StringComparer.Ordinal);
        _belowSpans = _below.GetAlternateLookup<ReadOnlySpan<char>>();
        _patterns = [.. entries.Where(static e => e.Key.Contains('*', StringComparison.Ordinal) && !IsBelow(e.Key))];
    }

    /// <summary>True for <c>*.name</c> without another star.</summary>
    public static bool IsBelow(string key) => key.StartsWith("*.", StringComparison.Ordinal) && key.IndexOf('*', 1) < 0;

    public override SmtpdEntry? Find(string key)
    {
        if (_names.TryGetValue(key, out var entry)) return entry;
        if (_below.Count > 0 && key.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot && _belowSpans.TryGetValue(key.AsSpan(dot + 1), out entry)) return entry;
        foreach (var pattern in _patterns)
            if (DomainPattern.IsMatch(key, pattern.Key)) return pattern;
        return null;
    }

    public override void Mark(Landmarks landmarks, PatternSubject over)
    {
        foreach (var name in _names.Keys) landmarks.Domain(name);
        foreach (var name in _below.Keys) landmarks.Domain(name);
        foreach (var pattern in _patterns)
            landmarks.Pattern(DomainPattern.ToRegex(pattern.Key), ignoreCase: true, over);
    }
}
