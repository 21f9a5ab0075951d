using System.Collections.Frozen;
using Gatepost.Mta.Sendmail.Settings;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>Whom this machine delivers to: aliases, and the users of a passwd file where one was given.</summary>
internal sealed class LocalUsers
{
    private readonly FrozenSet<string> _aliases;
    private readonly FrozenSet<string>? _users;
    private readonly bool _knowsAliases;

    private LocalUsers(bool areChecked, Origin origin, FrozenSet<string> aliases, FrozenSet<string>? users, bool knowsAliases) =>
        (AreChecked, Origin, _aliases, _users, _knowsAliases) = (areChecked, origin, aliases, users, knowsAliases);

    /// <summary>False where a name that nobody has is taken all the same.</summary>
    public bool AreChecked { get; }

    /// <summary>Where the aliases are named.</summary>
    public Origin Origin { get; }

    public static LocalUsers Read(SendmailSettings settings, IConfigFiles files, ReadingOptions options)
    {
        var option = settings.Option("AliasFile");
        var path = option?.Value ?? "/etc/mail/aliases";
        var isForwarded = settings.Option("DeliveryMode") is { Value: ['d' or 'D', ..] } || settings.Option("MailHub") is not null || (!settings.Has("stickyhost") && TakesOver(settings));
        var isLocal = settings.Option("LocalMailer") is null or { Value: "local" } && HasUsers(settings);
        var text = path.StartsWith('/') ? files.Read(path).Text : null;
        var aliases = (text ?? "").Split('\n').Where(static l => l.Length > 0 && l[0] is not ('#' or ' ' or '\t') && l.Contains(':', StringComparison.Ordinal))
            .Select(static l => l[..l.IndexOf(':', StringComparison.Ordinal)].Trim().ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal);
        var passwd = options.Snapshots.GetValueOrDefault("passwd");
        var users = passwd?.Split('\n').Select(static l => l.Split((char[])[':', ' ', '\t'])[0].ToLowerInvariant()).Where(static u => u.Length > 0).ToFrozenSet(StringComparer.Ordinal);
        return new LocalUsers(path.Length > 0 && !isForwarded && isLocal, option?.Origin ?? Origin.Default, aliases, users, text is not null) { PassesOnBareNames = TakesOver(settings) };
    }

    /// <summary>True or false where it is known; null where not.</summary>
    public bool? Has(string name)
    {
        var lower = name.TrimStart('\\').ToLowerInvariant();
        if (lower is ['"', .. var inside, '"']) lower = inside;
        var plus = lower.IndexOf('+', Math.Min(1, lower.Length));
        var user = plus < 1 ? lower : lower[..plus];
        var isProtected = name.StartsWith('\\');
        if (!isProtected && (_aliases.Contains(lower) || (plus > 0 && (_aliases.Contains(user + "+*") || _aliases.Contains(user))))) return true;
        if (_users is null) return null;
        return _users.Contains(user) ? true : _knowsAliases ? false : null;
    }

    /// <summary>True where names without a domain are passed on when nobody has them, though FEATURE(stickyhost) keeps the others here.</summary>
    public bool PassesOnBareNames { get; private init; }

    private static bool TakesOver(SendmailSettings settings) => settings.Option("LocalUserRelay") is not null || settings.Option("LocalRelay") is not null;

    // Without its flag w the local mailer asks for no user.
    private static bool HasUsers(SendmailSettings settings) => settings.LocalMailerFlags is null || settings.LocalMailerFlags.Contains('w', StringComparison.Ordinal);
}
