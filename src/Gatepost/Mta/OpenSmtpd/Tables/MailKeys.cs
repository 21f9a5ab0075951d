using System.Collections.Frozen;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Tables;

/// <summary>
/// Mail addresses: <c>user@domain</c>, <c>@domain</c>, <c>user</c> or <c>user@</c> at any domain, <c>@</c> for all; the domain may hold stars. A tag
/// (<c>user+tag</c>) of what is looked up counts only against keys that have one.
/// </summary>
internal sealed class MailKeys : SmtpdKeys
{
    private readonly char _delimiter;
    private readonly SmtpdEntry? _all;
    private readonly DomainKeys _domains;
    private readonly FrozenDictionary<string, DomainKeys> _users;
    private readonly FrozenDictionary<string, SmtpdEntry> _usersAnywhere;
    private readonly List<SmtpdEntry> _entries;

    public MailKeys(IReadOnlyCollection<SmtpdEntry> entries, char delimiter)
    {
        _delimiter = delimiter;
        _entries = [.. entries];
        var parts = entries.Select(static e => (Entry: e, Parts: Split(e.Key))).ToList();
        _all = parts.Find(static p => p.Parts is ("", "")).Entry;
        _domains = Domains(parts.Where(static p => p.Parts.User.Length == 0 && p.Parts.Domain.Length > 0));
        _usersAnywhere = parts.Where(static p => p.Parts.User.Length > 0 && p.Parts.Domain.Length == 0).DistinctBy(static p => p.Parts.User)
            .ToFrozenDictionary(static p => p.Parts.User, static p => p.Entry, StringComparer.Ordinal);
        _users = parts.Where(static p => p.Parts.User.Length > 0 && p.Parts.Domain.Length > 0).GroupBy(static p => p.Parts.User)
            .ToFrozenDictionary(static g => g.Key, static g => Domains(g), StringComparer.Ordinal);
    }

    /// <summary>The parts of an address: at the last <c>@</c>; without one all is the user.</summary>
    public static (string User, string Domain) Split(string address)
    {
        var at = address.LastIndexOf('@');
        return at < 0 ? (address, "") : (address[..at], address[(at + 1)..]);
    }

    public override SmtpdEntry? Find(string key)
    {
        if (_all is not null) return _all;
        var (user, domain) = Split(key);
        if (domain.Length > 0 && _domains.Find(domain) is { } found) return found;
        if (_users.Count + _usersAnywhere.Count == 0) return null;
        var cut = user.IndexOf(_delimiter, StringComparison.Ordinal);
        return (cut < 0 ? null : Find(user, domain)) ?? Find(cut < 0 ? user : user[..cut], domain);
    }

    public override void Mark(Landmarks landmarks, PatternSubject over)
    {
        landmarks.Delimiters(_delimiter.ToString());
        foreach (var entry in _entries)
        {
            var (user, domain) = Split(entry.Key);
            if (user.Length > 0) landmarks.LocalPart(user);
            if (user.Length > 0 && domain.Length > 0 && !domain.Contains('*', StringComparison.Ordinal)) landmarks.Text(entry.Key);
        }

        _domains.Mark(landmarks, PatternSubject.Domain);
        foreach (var domains in _users.Values) domains.Mark(landmarks, PatternSubject.Domain);
    }

    private SmtpdEntry? Find(string user, string domain)
    {
        if (_usersAnywhere.TryGetValue(user, out var entry)) return entry;
        return domain.Length > 0 && _users.TryGetValue(user, out var domains) ? domains.Find(domain) : null;
    }

    private static DomainKeys Domains(IEnumerable<(SmtpdEntry Entry, (string User, string Domain) Parts)> parts) =>
        new([.. parts.DistinctBy(static p => p.Parts.Domain).Select(static p => p.Entry with { Key = p.Parts.Domain })]);
}
