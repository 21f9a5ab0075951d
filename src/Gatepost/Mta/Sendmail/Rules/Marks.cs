using Gatepost.Mta.Sendmail.Settings;
using Gatepost.Mta.Sendmail.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>Names landmarks for classes and tables.</summary>
internal static class Marks
{
    /// <summary>The domains of a class.</summary>
    public static void Domains(Landmarks landmarks, SendmailClass names)
    {
        foreach (var member in names.Members.Keys) Domain(landmarks, member);
    }

    /// <summary>A domain; one that begins with a dot is a suffix.</summary>
    public static void Domain(Landmarks landmarks, string domain)
    {
        if (domain.StartsWith('.')) landmarks.Suffix(domain);
        else landmarks.Domain(domain);
    }

    /// <summary>The keys of the access table that a search with a tag may find: domains, users and addresses.</summary>
    public static void Access(Landmarks landmarks, AccessTable access, string tag, bool withPlain)
    {
        foreach (var entry in access.Map.Entries)
            if (KeyOf(entry.Key, tag, withPlain) is { } key) Key(landmarks, key);
        landmarks.Delimiters("+");
    }

    /// <summary>What stands behind a key's tag; the whole key where it may be found without; null where the search does not look at it.</summary>
    public static string? KeyOf(string key, string tag, bool withPlain)
    {
        var lower = key.ToLowerInvariant();
        if (lower.Length > tag.Length && lower[tag.Length] == ':' && lower.StartsWith(tag, StringComparison.Ordinal)) return lower[(tag.Length + 1)..];
        return withPlain ? lower : null;
    }

    /// <summary>A domain, <c>user@</c>, or <c>user@domain</c>.</summary>
    public static void Key(Landmarks landmarks, string key)
    {
        var at = key.LastIndexOf('@');
        if (at < 0)
        {
            Domain(landmarks, key);
            return;
        }

        var local = key[..at];
        if (local.Length > 0) landmarks.LocalPart(local.EndsWith("+*", StringComparison.Ordinal) ? local[..^2] : local);
        if (at < key.Length - 1)
        {
            Domain(landmarks, key[(at + 1)..]);
            landmarks.Text(key);
        }
    }
}
