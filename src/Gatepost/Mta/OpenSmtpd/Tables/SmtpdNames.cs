namespace Gatepost.Mta.OpenSmtpd.Tables;

/// <summary>Which domains and local parts OpenSMTPD takes: <c>valid_domainpart</c> and <c>valid_localpart</c>, with glibc's <c>res_hnok</c>.</summary>
internal static class SmtpdNames
{
    /// <summary>Roughly the host names that are taken, as a regular expression.</summary>
    public const string HostPattern = @"^(?!-)[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*$";

    /// <summary>Address literals.</summary>
    public const string LiteralPattern = @"^\[.*\]$";

    private const int Longest = 255;
    private const string AllowedInLocalPart = "!#$%&'*/?^`{|}~+-=_";

    /// <summary>True for a host name or an address literal.</summary>
    public static bool IsDomain(string domain)
    {
        if (domain.StartsWith('[')) return IsLiteral(domain);
        return domain.Length is > 0 and <= Longest && domain[^1] != '.' && IsHost(domain);
    }

    /// <summary>True for atoms with single dots between them.</summary>
    public static bool IsLocalPart(string local)
    {
        if (local.Length == 0) return false;
        var afterDot = true;
        foreach (var c in local)
        {
            if (c == '.' && !afterDot) afterDot = true;
            else if (char.IsAsciiLetterOrDigit(c) || AllowedInLocalPart.Contains(c, StringComparison.Ordinal)) afterDot = false;
            else return false;
        }

        return !afterDot;
    }

    private static bool IsLiteral(string domain)
    {
        var text = domain.AsSpan(domain.StartsWith("[ipv6:", StringComparison.OrdinalIgnoreCase) ? 6 : 1);
        var end = text.IndexOf(']');
        if (end < 0 || end + 1 != text.Length || text.Length > Longest) return false;
        return SmtpdNetwork.IsV6(text[..end]) || SmtpdNetwork.IsV4(text[..end]);
    }

    // A backslash makes the next character, or the one with that decimal number, part of a label; the label must then still be letters, digits, - and _.
    private static bool IsHost(string domain)
    {
        var (label, total) = (0, 0);
        for (var i = 0; i < domain.Length; i++)
        {
            var c = domain[i];
            if (c == '.')
            {
                if (label == 0) return false;
                total += label + 1;
                label = 0;
                continue;
            }

            if (c == '\\')
            {
                if (++i >= domain.Length) return false;
                c = domain[i];
                if (char.IsAsciiDigit(c))
                {
                    if (i + 2 >= domain.Length || !byte.TryParse(domain.AsSpan(i, 3), out var code)) return false;
                    c = (char)code;
                    i += 2;
                }
            }

            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')) return false;
            if (c == '-' && label == 0 && total == 0) return false;
            if (++label > 63) return false;
        }

        return label > 0 && total + label + 2 <= Longest;
    }
}
