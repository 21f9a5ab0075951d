using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Gatepost.Mta.Postfix.Syntax;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Tables;

/// <summary>A line of a cidr table.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Pattern">The network as written.</param>
/// <param name="Network">The network.</param>
/// <param name="IsNegated">True where it holds for the addresses of its family that are not in the network.</param>
/// <param name="Value">The value; null for if and endif.</param>
/// <param name="Origin">Where it stands.</param>
internal sealed record CidrRule(CidrRuleKind Kind, string Pattern, IPNetwork Network, bool IsNegated, string? Value, Origin Origin)
{
    private readonly AddressKey _first = First(Network);

    /// <summary>For an if, the index of its endif; -1 where there is none.</summary>
    public int EndIf { get; init; } = -1;

    /// <summary>True where it holds for an address.</summary>
    public bool Holds(AddressKey address)
    {
        if (address.IsV6 != _first.IsV6) return false;
        var host = _first.Width - Network.PrefixLength;
        return (host >= 128 || address.Bits >> host == _first.Bits >> host) != IsNegated;
    }

    /// <summary>Reads the rules of a table. Lines that Postfix leaves out are problems.</summary>
    public static ImmutableArray<CidrRule> Read(RuleText text, List<ConfigProblem> problems)
    {
        var rules = ImmutableArray.CreateBuilder<CidrRule>();
        var open = new Stack<int>();
        foreach (var (line, origin) in text.Lines)
        {
            if (RuleText.IsWord(line, "endif", out var after))
            {
                if (open.Count == 0 || !after.IsEmpty)
                {
                    problems.Add(RuleText.Skipped(origin, after.IsEmpty ? "endif ends no if" : "Something stands after endif"));
                    continue;
                }

                rules[open.Peek()] = rules[open.Pop()] with { EndIf = rules.Count };
                rules.Add(new CidrRule(CidrRuleKind.EndIf, "", default, false, null, origin));
                continue;
            }

            var isIf = RuleText.IsWord(line, "if", out var rest);
            if (Read(isIf ? rest : line, isIf, origin, out var wrong) is not { } rule)
            {
                problems.Add(RuleText.Skipped(origin, wrong));
                continue;
            }

            if (isIf) open.Push(rules.Count);
            rules.Add(rule);
        }

        foreach (var index in open) problems.Add(new ConfigProblem(rules[index].Origin, ConfigProblemKind.Syntax, "The if has no endif.", "End it with a line endif."));
        return rules.ToImmutable();
    }

    /// <summary>Reads <c>address</c>, <c>address/length</c>, <c>[address]/length</c> or <c>[address/length]</c>; false with the reason.</summary>
    public static bool TryNetwork(ReadOnlySpan<char> pattern, out IPNetwork network, out string wrong)
    {
        network = default;
        wrong = $"\"{MainFile.Shorten(pattern)}\" is no address or network";
        var text = pattern;
        var after = default(ReadOnlySpan<char>);
        if (pattern.StartsWith('['))
        {
            var end = pattern.IndexOf(']');
            if (end < 0) return false;
            text = pattern[1..end];
            after = pattern[(end + 1)..];
            if (!after.IsEmpty && after[0] != '/') return false;
        }

        var slash = after.IsEmpty ? text.IndexOf('/') : 0;
        var length = after.IsEmpty ? (slash < 0 ? default : text[(slash + 1)..]) : after[1..];
        if (after.IsEmpty && slash >= 0) text = text[..slash];
        if (!AddressText.TryRead(text, out var address)) return false;
        var bits = address.Width;
        if (slash >= 0 && (length.IsEmpty || length.IndexOfAnyExceptInRange('0', '9') >= 0 || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out bits) || bits > address.Width)) return false;
        var host = address.Width - bits;
        var clean = host >= 128 ? address with { Bits = 0 } : address with { Bits = address.Bits >> host << host };
        network = new IPNetwork(clean.ToAddress(), bits);
        if (clean == address) return true;
        wrong = $"\"{MainFile.Shorten(pattern)}\" has bits set that are no part of the network {network}";
        return false;
    }

    private static CidrRule? Read(ReadOnlySpan<char> line, bool isIf, Origin origin, out string wrong)
    {
        var negated = false;
        var rest = line;
        while (rest.StartsWith('!'))
        {
            negated = !negated;
            rest = PostfixText.SkipSpace(rest[1..]);
        }

        var end = 0;
        while (end < rest.Length && !PostfixText.IsSpace(rest[end])) end++;
        if (isIf) end = rest.Length;
        var pattern = rest[..end];
        var value = PostfixText.Trim(rest[end..]);
        wrong = "The line has no value";
        if (!isIf && value.IsEmpty) return null;
        if (!TryNetwork(pattern, out var network, out wrong)) return null;
        return new CidrRule(isIf ? CidrRuleKind.If : CidrRuleKind.Match, line[..(line.Length - rest.Length + end)].ToString(), network, negated, isIf ? null : value.ToString(), origin);
    }

    private static AddressKey First(IPNetwork network)
    {
        AddressText.TryRead(network.BaseAddress.ToString(), out var first);
        return first;
    }
}
