using System.Collections.Immutable;
using System.Text;
using Gatepost.Mta.Exim.Addresses;
using Gatepost.Mta.Exim.Source;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary>Operators: <c>${lc:…}</c>, <c>${domain:…}</c>.</summary>
internal sealed partial class ExpansionReader
{
    private static readonly string[] s_outsideOperators =
    [
        "addresses", "base32", "base32d", "base62", "base62d", "base64", "base64d", "escape", "escape8bit", "expand", "from_utf8", "hash", "headerwrap", "hex2b64",
        "hexquote", "ipv6denorm", "ipv6norm", "listnamed", "md5", "nh", "nhash", "quote_local_part", "randint", "reverse_ip", "rfc2047", "rfc2047d", "rxquote", "sha1",
        "sha2", "sha256", "sha3", "stat", "str2b64", "time_eval", "time_interval", "utf8clean", "utf8_domain_from_alabel", "utf8_domain_to_alabel",
        "utf8_localpart_from_alabel", "utf8_localpart_to_alabel", "xtextd",
    ];

    private Expansion Operator(string name, Expansion argument)
    {
        var underscore = name.IndexOf('_', StringComparison.Ordinal);
        if (underscore > 0 && name[..underscore] is "length" or "l" or "substr" or "s" && name[..underscore] is var cut)
            return Cut(cut is "l" or "length" ? "length" : "substr", Numbers(name[(underscore + 1)..]).Add(argument));
        return name switch
        {
            "lc" => new LowerCase(argument),
            "uc" => Of(argument, static t => Expanded.Of(t.ToUpperInvariant())),
            "domain" => Of(argument, static t => Expanded.Of(ExtractedAddress.Read(t, false).Address is { } a && a.Contains('@', StringComparison.Ordinal) ? a[(a.LastIndexOf('@') + 1)..] : "")),
            "local_part" => Of(argument, static t => Expanded.Of(ExtractedAddress.Read(t, false).Address is { } a ? a.Contains('@', StringComparison.Ordinal) ? a[..a.LastIndexOf('@')] : a : "")),
            "address" => Of(argument, static t => Expanded.Of(ExtractedAddress.Read(t, false).Address ?? "")),
            "strlen" => Of(argument, static t => Expanded.Of($"{t.Length}")),
            "listcount" => Of(argument, static t => Expanded.Of($"{EximText.Items(t).Count}")),
            "mask" => Of(argument, static t => EximAddress.TryParseNetwork(t, out var network) && t.Contains('/', StringComparison.Ordinal) ? Expanded.Of($"{network.BaseAddress.ToString().Replace(':', '.')}/{network.PrefixLength}") : Expanded.Failed),
            "quote" => Of(argument, static t => Expanded.Of(Quoted(t))),
            "eval" or "eval10" => Of(argument, static t => Arithmetic.Evaluate(t) is { } value ? Expanded.Of($"{value}") : Expanded.Unknown),
            _ when s_outsideOperators.Contains(name) || s_outsideOperators.Contains(name.Split('_')[0]) || name.StartsWith("quote_", StringComparison.Ordinal) => Outside,
            _ => Fail($"there is no operator {name}"),
        };
    }

    private static Computation Of(Expansion argument, Func<string, Expanded> compute) => new([argument], t => compute(t[0]));

    private static ImmutableArray<Expansion> Numbers(string text) => [.. text.Split('_').Select(static n => new Literal(n))];

    private static string Quoted(string text)
    {
        if (text.Length > 0 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')) return text;
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
            quoted.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\\' or '"' => $"\\{c}", _ => c.ToString() });
        return quoted.Append('"').ToString();
    }

    // What a variable is at this place; one that Exim does not know makes the whole string fail.
    private Expansion Variable(string name, bool inBraces)
    {
        if (_context.Variables.TryGetValue(name, out var assigned)) return assigned;
        if (IsHeader(name))
        {
            // A header's name goes on to its colon or a blank; before DATA there are no headers, and nothing is inserted.
            while (!_cursor.IsEnd && _cursor.Current is > ' ' and < '\x7f' and not ':' && !(inBraces && _cursor.Current == '}')) _cursor.At++;
            _cursor.Take(':');
            return new Literal("");
        }

        if (name.StartsWith("acl_c", StringComparison.Ordinal) || name.StartsWith("acl_m", StringComparison.Ordinal))
            return _context.World.IsOn("strict_acl_vars") ? Fail($"{name} is not set, and strict_acl_vars is on") : new Literal("");
        if (name == "item" && _context.Item is { } item) return new Literal(item);
        if (name == "value") return new ScopeExpansion(null);
        return EximVariables.Find(_context, name) ?? Fail($"there is no variable {name}");
    }
}
