using System.Collections.Frozen;
using System.Globalization;
using Gatepost.Mta.OpenSmtpd.Conditions;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>Who has a mailbox: the system's users, or those of a <c>userbase</c>.</summary>
internal sealed class UserTable
{
    private readonly char _delimiter;
    private readonly string _source;
    private readonly Origin _origin;
    private readonly FrozenDictionary<string, bool>? _users;

    public UserTable(SmtpdTable? userbase, SmtpdHost host, char delimiter)
    {
        _delimiter = delimiter;
        _source = userbase?.Source ?? SmtpdHost.Passwd;
        _origin = userbase?.Origin ?? Origin.Default;
        if (userbase is null) _users = host.Users?.ToFrozenDictionary(static u => u, static _ => true, StringComparer.Ordinal);
        else if (userbase.Source is null) _users = userbase.Entries.ToFrozenDictionary(static e => e.Key, static e => IsReadable(e.Value ?? ""), StringComparer.Ordinal);
        Asks = _users is null ? new OutsideUser(_source, delimiter, null, _origin) { MayFail = userbase is not null } : new UserIn(_users, delimiter, userbase?.Name ?? _source);
    }

    /// <summary>Whether the recipient is a user.</summary>
    public Condition Asks { get; }

    /// <summary>Whether a name is a user's: yes, no, or a fault; null where only the outside knows, which <paramref name="outside"/> then asks.</summary>
    public Answer? Find(string user, out Opaque outside)
    {
        user = Tables.AsciiText.Lower(user.Split(_delimiter)[0]);
        outside = new OutsideUser(_source, _delimiter, user, _origin) { MayFail = !ReferenceEquals(_origin, Origin.Default) };
        if (_users is null) return null;
        return !_users.TryGetValue(user, out var isReadable) ? Answer.No : isReadable ? Answer.Yes : Answer.Fault(user);
    }

    // uid:gid:directory
    private static bool IsReadable(string value)
    {
        var parts = value.Split(':', 3);
        return parts.Length == 3 && IsNumber(parts[0]) && IsNumber(parts[1]) && parts[2].Length < 1024;
    }

    private static bool IsNumber(string text) => uint.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
