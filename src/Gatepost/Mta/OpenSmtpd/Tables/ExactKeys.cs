using System.Collections.Frozen;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Tables;

/// <summary>Keys that are compared as they are: tags, users.</summary>
internal sealed class ExactKeys(IEnumerable<SmtpdEntry> entries) : SmtpdKeys
{
    private readonly FrozenDictionary<string, SmtpdEntry> _entries = entries.ToFrozenDictionary(static e => e.Key, StringComparer.Ordinal);

    public override SmtpdEntry? Find(string key) => _entries.GetValueOrDefault(key);

    public override void Mark(Landmarks landmarks, PatternSubject over)
    {
        foreach (var key in _entries.Keys) landmarks.Text(key);
    }
}
