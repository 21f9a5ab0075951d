using Gatepost.Mta.OpenSmtpd.Tables;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>One thing that an alias leads to.</summary>
internal readonly record struct AliasTarget(AliasTargetKind Kind, string Text) : IComparable<AliasTarget>
{
    private const string AllowedInLocalPart = "!#$%*/?|^{}`~&'+-=_.";

    /// <summary>Reads the value of an alias: targets with commas between them. Null where OpenSMTPD cannot read it, so that every lookup fails for now.</summary>
    public static IReadOnlyList<AliasTarget>? ReadAll(string value)
    {
        var targets = new List<AliasTarget>();
        foreach (var part in Split(value) ?? [null])
        {
            if (part is null) return null;
            var text = part.Trim(' ', '\t', '\r', '\n', '\v', '\f');
            if (text.Length == 0) continue;
            if (Read(text) is not { } target) return null;
            targets.Add(target);
        }

        return targets;
    }

    /// <summary>The order in which OpenSMTPD takes the targets of one alias: by kind, then by the bytes of their parts (expand_cmp in expand.c).</summary>
    public int CompareTo(AliasTarget other)
    {
        if (Kind != other.Kind) return Kind.CompareTo(other.Kind);
        if (Kind != AliasTargetKind.Address) return string.CompareOrdinal(Text, other.Text);
        var (user, domain) = MailKeys.Split(Text);
        var (otherUser, otherDomain) = MailKeys.Split(other.Text);
        return string.CompareOrdinal(user, otherUser) is not 0 and var order ? order : string.CompareOrdinal(domain, otherDomain);
    }

    private static AliasTarget? Read(string text)
    {
        if (After(text, ":error:", "error:") is { Length: >= 5 } error && error[3] == ' ' && char.IsAsciiLetterOrDigit(error[4]) && error[0] is '4' or '5'
            && char.IsAsciiDigit(error[1]) && char.IsAsciiDigit(error[2])) return new AliasTarget(AliasTargetKind.Error, error);
        if (After(text, ":include:", "include:") is { } file && file.StartsWith('/')) return new AliasTarget(AliasTargetKind.Include, file);
        if (text.StartsWith('|')) return new AliasTarget(AliasTargetKind.Command, text);
        if (text.StartsWith("\"|", StringComparison.Ordinal) && text.Length > 2 && text[^1] == '"') return new AliasTarget(AliasTargetKind.Command, text);
        if (text.StartsWith('/')) return new AliasTarget(AliasTargetKind.File, text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (text.Length >= 3 && at > 0 && at < text.Length - 1)
        {
            if (IsAddress(text, at)) return new AliasTarget(AliasTargetKind.Address, text);
            // The failed attempt leaves what stands before the @, which may be a user.
            text = text[..at];
        }

        return text.Length <= 255 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or '+') ? new AliasTarget(AliasTargetKind.User, text) : null;
    }

    private static bool IsAddress(string text, int at)
    {
        foreach (var c in text.AsSpan(0, at))
            if (!char.IsAsciiLetterOrDigit(c) && !AllowedInLocalPart.Contains(c, StringComparison.Ordinal)) return false;
        foreach (var c in text.AsSpan(at + 1))
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.')) return false;
        return true;
    }

    private static string? After(string text, string first, string second) =>
        text.StartsWith(first, StringComparison.OrdinalIgnoreCase) ? text[first.Length..]
        : text.StartsWith(second, StringComparison.OrdinalIgnoreCase) ? text[second.Length..] : null;

    /// <summary>Cuts at commas outside of quotes; a backslash takes the next character as it is. Null where a quote does not end.</summary>
    public static List<string?>? Split(string value)
    {
        var parts = new List<string?>();
        var part = new System.Text.StringBuilder();
        var (escaped, doubled, single) = (false, false, false);
        foreach (var c in value)
        {
            if (escaped)
            {
                part.Append(c);
                escaped = false;
                continue;
            }

            switch (c)
            {
                case '\\':
                    escaped = true;
                    continue;
                case ',' when !doubled && !single:
                    parts.Add(part.ToString());
                    part.Clear();
                    continue;
                case '"' when !single:
                    doubled = !doubled;
                    break;
                case '\'' when !doubled:
                    single = !single;
                    break;
            }

            part.Append(c);
        }

        if (escaped || doubled || single) return null;
        parts.Add(part.ToString());
        return parts;
    }
}
