using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Gatepost.Evidence.Dns;

/// <summary>A term of an SPF record (RFC 7208 section 4.6.1).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Qualifier"><c>+</c>, <c>-</c>, <c>~</c> or <c>?</c>; <c>+</c> where none is written and for modifiers.</param>
/// <param name="Text">The term as written.</param>
public sealed record SpfTerm(SpfTermKind Kind, char Qualifier, string Text)
{
    /// <summary>The domain it names, lower case, without a final dot; null where it names none. May hold macros.</summary>
    public string? Domain { get; init; }

    /// <summary>The addresses that <c>ip4</c> and <c>ip6</c> name.</summary>
    public IPNetwork? Network { get; init; }

    /// <summary>Prefix length for IPv4 addresses of <c>a</c> and <c>mx</c>.</summary>
    public int Prefix4 { get; init; } = 32;

    /// <summary>Prefix length for IPv6 addresses of <c>a</c> and <c>mx</c>.</summary>
    public int Prefix6 { get; init; } = 128;

    /// <summary>True where the domain depends on the message (RFC 7208 section 7), so that it cannot be looked up without one.</summary>
    public bool HasMacro => Domain?.Contains('%', StringComparison.Ordinal) ?? false;

    /// <summary>True where RFC 7208 section 4.6.4 counts it against the limit of ten look-ups.</summary>
    public bool IsLookup => Kind is SpfTermKind.Include or SpfTermKind.A or SpfTermKind.Mx or SpfTermKind.Ptr or SpfTermKind.Exists or SpfTermKind.Redirect;

    /// <summary>Reads a term; null where it is none, which makes the whole record invalid.</summary>
    public static SpfTerm? Parse(string text)
    {
        var isQualified = text.Length > 0 && text[0] is '+' or '-' or '~' or '?';
        var qualifier = isQualified ? text[0] : '+';
        var bare = isQualified ? text[1..] : text;
        var end = bare.IndexOfAny(':', '/', '=');
        var name = (end < 0 ? bare : bare[..end]).ToLowerInvariant();
        var rest = end < 0 ? "" : bare[end..];
        if (rest.StartsWith('=')) return isQualified ? null : Modifier(name, rest[1..], text);
        var bareTerm = new SpfTerm(SpfTermKind.All, qualifier, text);
        return name switch
        {
            "all" => rest.Length == 0 ? bareTerm : null,
            "include" => Named(bareTerm with { Kind = SpfTermKind.Include }, rest),
            "exists" => Named(bareTerm with { Kind = SpfTermKind.Exists }, rest),
            "ptr" => rest.Length == 0 ? bareTerm with { Kind = SpfTermKind.Ptr } : Named(bareTerm with { Kind = SpfTermKind.Ptr }, rest),
            "a" => Addressed(bareTerm with { Kind = SpfTermKind.A }, rest),
            "mx" => Addressed(bareTerm with { Kind = SpfTermKind.Mx }, rest),
            "ip4" => Numbered(bareTerm with { Kind = SpfTermKind.Ip4 }, rest, AddressFamily.InterNetwork),
            "ip6" => Numbered(bareTerm with { Kind = SpfTermKind.Ip6 }, rest, AddressFamily.InterNetworkV6),
            _ => null,
        };
    }

    /// <summary>The term as written.</summary>
    public override string ToString() => Text;

    private static SpfTerm? Modifier(string name, string value, string text)
    {
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')) return null;
        var kind = name switch { "redirect" => SpfTermKind.Redirect, "exp" => SpfTermKind.Exp, _ => SpfTermKind.OtherModifier };
        var term = new SpfTerm(kind, '+', text);
        return kind == SpfTermKind.OtherModifier ? term : Named(term, ":" + value);
    }

    private static SpfTerm? Named(SpfTerm term, string rest)
    {
        if (!rest.StartsWith(':')) return null;
        var domain = rest[1..].TrimEnd('.').ToLowerInvariant();
        return domain.Length is > 0 and <= 253 && domain.All(static c => c is > ' ' and < '\x7f') ? term with { Domain = domain } : null;
    }

    private static SpfTerm? Addressed(SpfTerm term, string rest)
    {
        var slash = Slash(rest);
        if (slash >= 0)
        {
            var prefixes = rest[slash..];
            var six = prefixes.IndexOf("//", StringComparison.Ordinal);
            var four = six < 0 ? prefixes[1..] : six == 0 ? null : prefixes[1..six];
            if (four is not null)
            {
                if (Prefix(four, 32) is not { } prefix4) return null;
                term = term with { Prefix4 = prefix4 };
            }

            if (six >= 0)
            {
                if (Prefix(prefixes[(six + 2)..], 128) is not { } prefix6) return null;
                term = term with { Prefix6 = prefix6 };
            }

            rest = rest[..slash];
        }

        return rest.Length == 0 ? term : Named(term, rest);
    }

    /// <summary>The slash that begins the prefix lengths; those within a macro's braces are delimiters.</summary>
    private static int Slash(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{') depth++;
            else if (text[i] == '}') depth--;
            else if (text[i] == '/' && depth <= 0) return i;
        }

        return -1;
    }

    private static SpfTerm? Numbered(SpfTerm term, string rest, AddressFamily family)
    {
        if (!rest.StartsWith(':')) return null;
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var number = slash < 0 ? rest[1..] : rest[1..slash];
        var isWhole = family == AddressFamily.InterNetworkV6 ? number.Contains(':', StringComparison.Ordinal) && !number.Contains('%', StringComparison.Ordinal) && number[0] != '['
            : number.Count(static c => c == '.') == 3 && number.All(static c => char.IsAsciiDigit(c) || c == '.');
        if (!isWhole || !IPAddress.TryParse(number, out var address) || address.AddressFamily != family) return null;
        var most = family == AddressFamily.InterNetwork ? 32 : 128;
        var prefix = slash < 0 ? most : Prefix(rest[(slash + 1)..], most);
        return prefix is { } length ? term with { Network = IPRange.Of(address, length) } : null;
    }

    private static int? Prefix(string text, int most) =>
        text.Length is > 0 and <= 3 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= most ? length : null;
}
