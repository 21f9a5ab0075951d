using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Gatepost.Mta.Exim.Lists;
using Gatepost.Mta.Exim.Source;
using Gatepost.Mta.Patterns;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary>Makes the tests that compare texts.</summary>
internal static class Comparisons
{
    private static readonly string[] s_names =
        ["eq", "eqi", "lt", "lti", "le", "lei", "gt", "gti", "ge", "gei", "match", "inlist", "inlisti", "=", "==", "<", "<=", ">", ">="];

    public static bool IsKnown(string name) => s_names.Contains(name);

    /// <summary>The test of a name; null where there is none.</summary>
    public static Test? Of(string name, ImmutableArray<Expansion> operands, string written, Origin origin) => name switch
    {
        "eq" or "eqi" => Text(operands, (t, ref _) => Is(Equal(t[0], t[1], name == "eqi")), (part, text) => Equals(part, text, name == "eqi", written, origin), true, written, origin),
        "match" => new TextTest(operands, Match, (part, text) => Matches(part, text, written, origin)) { Written = written, Origin = origin },
        "inlist" or "inlisti" => Text(operands, (t, ref _) => Is(InList(t[0], t[1], name == "inlisti")), (part, text) => OneOf(part, text, name == "inlisti", written, origin), false, written, origin),
        "isip" => Text(operands, static (t, ref scope) => Is(EximAddress.TryParse(t[0], out var a) && a is not null), null, false, written, origin),
        "isip4" => Text(operands, static (t, ref _) => Is(EximAddress.TryParse(t[0], out var a) && a.AddressFamily == AddressFamily.InterNetwork), null, false, written, origin),
        "isip6" => Text(operands, static (t, ref _) => Is(EximAddress.TryParse(t[0], out var a) && a.AddressFamily == AddressFamily.InterNetworkV6), null, false, written, origin),
        "bool" => new TextTest(operands, static (t, ref _) => Bool(t[0])) { Written = written, Origin = origin },
        "bool_lax" => Text(operands, static (t, ref _) => Is(Lax(t[0])), null, false, written, origin),
        _ when s_names.Contains(name) => char.IsAsciiLetter(name[0])
            ? Text(operands, (t, ref _) => Is(Ordered(name, Compare(t[0], t[1], name.EndsWith('i')))), null, false, written, origin)
            : new TextTest(operands, (t, ref _) => Numbers(name, t[0], t[1])) { Written = written, Origin = origin },
        _ => null,
    };

    /// <summary><c>def:</c>: the text is not empty.</summary>
    public static Test NotEmpty(Expansion of, string written, Origin origin) =>
        new TextTest([of], static (t, ref _) => Is(t[0].Length > 0), (part, _) => Equals(part, "", false, written, origin)?.Select(Negated)) { Written = written, Origin = origin, NeverFails = true };

    /// <summary>A test that no attempt changes.</summary>
    public static Test Constant(bool value, string written, Origin origin) =>
        new TextTest([new Literal("")], (_, ref _) => Is(value)) { Written = written, Origin = origin, NeverFails = true };

    /// <summary>What the <c>condition</c> of an ACL takes for true and false; null for neither.</summary>
    public static bool? Boolean(string text)
    {
        var digits = text.StartsWith('-') ? text.AsSpan(1) : text;
        if (digits.IndexOfAnyExceptInRange('0', '9') < 0) return digits.IndexOfAnyExcept('0') >= 0;
        return text.ToLowerInvariant() switch { "yes" or "true" => true, "no" or "false" => false, _ => null };
    }

    private static TextTest Text(ImmutableArray<Expansion> operands, TextTest.Decider decide, Func<AttemptPart, string, Choices<Truth>?>? leaf, bool isSymmetric, string written, Origin origin) =>
        new(operands, decide, leaf) { Written = written, Origin = origin, NeverFails = true, IsSymmetric = isSymmetric };

    private static Truth Is(bool yes) => yes ? Truth.Yes : Truth.No;

    private static Truth Negated(Truth truth) => truth switch { Truth.Yes => Truth.No, Truth.No => Truth.Yes, _ => truth };

    private static bool Equal(string a, string b, bool ignoresCase) => string.Equals(a, b, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static int Compare(string a, string b, bool ignoresCase) => ignoresCase ? string.CompareOrdinal(a.ToLowerInvariant(), b.ToLowerInvariant()) : string.CompareOrdinal(a, b);

    private static bool Ordered(string name, int order) => name.TrimEnd('i') switch { "lt" => order < 0, "le" => order <= 0, "gt" => order > 0, _ => order >= 0 };

    private static bool InList(string text, string list, bool ignoresCase) => EximText.Items(list).Exists(item => Equal(text, item, ignoresCase));

    private static Truth Match(ReadOnlySpan<string> texts, ref Scope scope)
    {
        if (!ConfigPatterns.TryPcre(texts[1], false, out var pattern, out _)) return Truth.Error;
        if (pattern.Match(texts[0]) is not { } match) return Truth.No;
        scope = scope with { Groups = [.. match.Groups.Values.Select(static g => g.Value)] };
        return Truth.Yes;
    }

    private static Truth Bool(string text) => Boolean(text.Trim()) is { } value ? Is(value) : Truth.Error;

    private static bool Lax(string text) => text.Trim() switch
    {
        "" or "0" => false,
        var other => other.ToLowerInvariant() is not ("no" or "false"),
    };

    private static Truth Numbers(string name, string a, string b)
    {
        if (Number(a) is not { } first || Number(b) is not { } second) return Truth.Error;
        return Is(name switch { "<" => first < second, "<=" => first <= second, ">" => first > second, ">=" => first >= second, _ => first == second });
    }

    // In comparisons an empty string is 0.
    private static long? Number(string text) => text.Length == 0 ? 0 : Texts.Number(text);

    // Letter case is no part of landmarks: a comparison that minds it can only be decided as a whole.
    private static Choices<Truth>? Equals(AttemptPart part, string text, bool ignoresCase, string written, Origin origin)
    {
        if (part.Dimension == Dimension.Client)
        {
            if (!IPAddress.TryParse(text, out var address) || address.ToString() != text) return Choices.Of(Truth.No);
            return Choices.If(new ClientIn(written, [new NetworkEntry(new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128), 1, text, origin)]), Truth.Yes, Truth.No);
        }

        var isCased = text.Any(char.IsAsciiLetter);
        if (!ignoresCase && isCased && !part.IsLower) return null;
        if (!ignoresCase && part.IsLower && text.Any(char.IsAsciiLetterUpper)) return Choices.Of(Truth.No);
        return Choices.If(new PartLeaf(part, [new ExactMatcher(text)], written, origin), Truth.Yes, Truth.No);
    }

    private static Choices<Truth>? OneOf(AttemptPart part, string list, bool ignoresCase, string written, Origin origin)
    {
        var all = ImmutableArray.CreateBuilder<Condition>();
        foreach (var item in EximText.Items(list))
        {
            if (Equals(part, item, ignoresCase, written, origin) is not { } one) return null;
            all.Add(one.Where(static t => t == Truth.Yes));
        }

        return Choices.If(Logic.Or(all), Truth.Yes, Truth.No);
    }

    private static Choices<Truth>? Matches(AttemptPart part, string expression, string written, Origin origin)
    {
        if (!ConfigPatterns.TryPcre(expression, false, out var pattern, out _)) return Choices.Of(Truth.Error);
        return part.Dimension == Dimension.Client ? null : Choices.If(new PartLeaf(part, [new PatternMatcher(pattern)], written, origin), Truth.Yes, Truth.No);
    }
}
