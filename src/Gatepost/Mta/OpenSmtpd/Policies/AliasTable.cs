using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Mta.OpenSmtpd.Tables;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>A table of aliases, looked up as OpenSMTPD does: with and without a tag, with and without a domain.</summary>
internal sealed class AliasTable(SmtpdTable table, char delimiter)
{
    private readonly Dictionary<string, SmtpdEntry> _entries = table.Entries.ToDictionary(static e => e.Key, StringComparer.Ordinal);

    public SmtpdTable Table { get; } = table;

    /// <summary>The entry of a user (<c>alias</c>); null where there is none.</summary>
    public SmtpdEntry? Find(string user)
    {
        user = AsciiText.Lower(user);
        var cut = user.IndexOf(delimiter, StringComparison.Ordinal);
        return (cut < 0 ? null : _entries.GetValueOrDefault(user)) ?? _entries.GetValueOrDefault(cut < 0 ? user : user[..cut]);
    }

    /// <summary>The entry of an address (<c>virtual</c>): the address, the user, <c>@domain</c>, <c>@</c>; with the tag first.</summary>
    public SmtpdEntry? Find(string user, string domain)
    {
        (user, domain) = (AsciiText.Lower(user), AsciiText.Lower(domain));
        var cut = user.IndexOf(delimiter, StringComparison.Ordinal);
        var plain = cut < 0 ? user : user[..cut];
        // A delimiter at the end is no tag.
        var isTagged = cut >= 0 && cut + 1 < user.Length;
        var found = (isTagged ? _entries.GetValueOrDefault($"{user}@{domain}") : null) ?? _entries.GetValueOrDefault($"{plain}@{domain}")
            ?? (isTagged ? _entries.GetValueOrDefault(user) : null) ?? _entries.GetValueOrDefault(plain);
        return found is not null || domain.Length == 0 ? found : _entries.GetValueOrDefault($"@{domain}") ?? _entries.GetValueOrDefault("@");
    }
}
