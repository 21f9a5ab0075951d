using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;

namespace Gatepost.Smtp;

/// <summary>Reads <see cref="Mailbox"/>.</summary>
internal static class MailboxParser
{
    private const int MostCharacters = 1024;

    public static bool TryParse(string text, [NotNullWhen(true)] out Mailbox? mailbox, out ParseProblem problem)
    {
        mailbox = null;
        problem = default;
        if (text.Length > MostCharacters) return Fail("the address is too long", MostCharacters, out problem);
        var (start, end) = (0, text.Length);
        if (text.StartsWith('<'))
        {
            if (!text.EndsWith('>') || text.Length < 2) return Fail("the closing angle bracket is missing", text.Length, out problem);
            (start, end) = (1, text.Length - 1);
        }

        if (start == end)
        {
            mailbox = Mailbox.Null;
            return true;
        }

        string? route = null;
        if (text[start] == '@' && !TryReadRoute(text, ref start, end, out route, out problem)) return false;
        if (!TryReadLocalPart(text, start, end, out var at, out problem)) return false;
        var local = text[start..at];
        var domain = at < end ? text[(at + 1)..end] : null;
        if (domain is not null && !IsDomain(domain, out problem))
        {
            problem = problem with { Position = at + 1 + problem.Position };
            return false;
        }

        mailbox = new Mailbox(local, domain, route, FormOf(local, domain, route));
        return true;
    }

    public static string Unquote(string local)
    {
        if (!local.StartsWith('"')) return local;
        var result = new StringBuilder(local.Length);
        for (var i = 1; i < local.Length - 1; i++)
        {
            if (local[i] == '\\' && i + 1 < local.Length - 1) i++;
            result.Append(local[i]);
        }

        return result.ToString();
    }

    private static bool TryReadRoute(string text, ref int start, int end, out string? route, out ParseProblem problem)
    {
        route = null;
        problem = default;
        var colon = text.IndexOf(':', start, end - start);
        while (colon > 0 && text.LastIndexOf('[', colon, colon - start) > text.LastIndexOf(']', colon, colon - start))
            colon = text.IndexOf(':', colon + 1, end - colon - 1);
        if (colon < 0) return Fail("a source route ends with a colon", end, out problem);
        for (var i = start; i < colon;)
        {
            var comma = text.IndexOf(',', i, colon - i);
            var stop = comma < 0 ? colon : comma;
            if (text[i] != '@') return Fail("each host of a source route begins with @", i, out problem);
            if (!IsDomain(text[(i + 1)..stop], out problem))
            {
                problem = problem with { Position = i + 1 + problem.Position };
                return false;
            }

            i = stop + 1;
            if (i >= colon && stop < colon) return Fail("a host is missing in the source route", stop, out problem);
        }

        route = text[start..colon];
        start = colon + 1;
        return start < end || Fail("the address is missing behind the source route", start, out problem);
    }

    // Gives the place of the last @ outside quotation marks, or the end.
    private static bool TryReadLocalPart(string text, int start, int end, out int at, out ParseProblem problem)
    {
        at = end;
        problem = default;
        var i = start;
        if (text[start] == '"')
        {
            for (i = start + 1; i < end && text[i] != '"'; i++)
            {
                if (text[i] == '\\') i++;
                if (i < end && (char.IsControl(text[i]) || IsLone(text, i))) return Fail("a control character in the quoted local part", i, out problem);
            }

            if (i >= end) return Fail("the closing quotation mark is missing", start, out problem);
            i++;
            if (i < end && text[i] != '@') return Fail("@ is expected after the quoted local part", i, out problem);
        }

        for (; i < end; i++)
        {
            var c = text[i];
            if (c == '[' && at < end && at == i - 1) break;
            if (c == '@') at = i;
            else if (c is ' ' or '<' or '>' or '(' or ')' or ',' or ';' or ':' or '\\' or '"' or '[' or ']' || char.IsControl(c)
                || char.IsWhiteSpace(c) || IsLone(text, i))
                return Fail("this character may not stand in an address without quotation marks", i, out problem);
        }

        if (at == start) return Fail("the local part is missing", at, out problem);
        return true;
    }

    private static bool IsLone(string text, int i) =>
        char.IsSurrogate(text[i])
        && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        && !(char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]));

    private static bool IsDomain(string domain, out ParseProblem problem)
    {
        if (!domain.StartsWith('[')) return DomainName.TryParse(domain, out _, out problem);
        problem = new ParseProblem("an address literal is [192.0.2.1] or [IPv6:2001:db8::1]", 0);
        return domain.EndsWith(']') && IsLiteral(domain.AsSpan(1, domain.Length - 2));
    }

    private static bool IsLiteral(ReadOnlySpan<char> inside)
    {
        if (inside.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)) inside = inside[5..];
        if (inside.IndexOf(':') < 0 && inside.Count('.') != 3) return false;
        foreach (var c in inside)
            if (!char.IsAsciiHexDigit(c) && c is not ('.' or ':')) return false;
        return IPAddress.TryParse(inside, out _);
    }

    private static AddressForm FormOf(string local, string? domain, string? route)
    {
        if (route is not null) return AddressForm.SourceRoute;
        var inner = Unquote(local);
        var bang = inner.IndexOf('!');
        if (bang > 0 && bang + 1 < inner.Length && IsHost(inner[..bang])) return AddressForm.BangPath;
        if (inner.LastIndexOf('@') is var at and > 0 && IsHost(inner[(at + 1)..])) return AddressForm.Nested;
        var percent = inner.LastIndexOf('%');
        if (percent > 0 && IsHost(inner[(percent + 1)..])) return AddressForm.PercentHack;
        if (domain is not null) return domain.StartsWith('[') ? AddressForm.Literal : AddressForm.Ordinary;
        return local.Equals("postmaster", StringComparison.OrdinalIgnoreCase) ? AddressForm.Postmaster : AddressForm.LocalOnly;
    }

    private static bool IsHost(string text) =>
        text.StartsWith('[') || (DomainName.Parse(text) is { } name && (!name.IsSingleLabel || char.IsAsciiLetter(text[0])));

    private static bool Fail(string message, int position, out ParseProblem problem)
    {
        problem = new ParseProblem(message, position);
        return false;
    }
}
