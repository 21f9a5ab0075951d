using System.Net;
using System.Text.RegularExpressions;

namespace Gatepost.Relay.Proof.Cells;

/// <summary>The landmarks of one leaf, or of all leaves on one dimension. Domains are in lower case without the dot before or after.</summary>
internal sealed class LeafMarks : Landmarks
{
    public List<IPNetwork> Networks { get; } = [];

    public HashSet<string> Texts { get; } = [];

    public HashSet<string> Domains { get; } = [];

    public HashSet<string> Suffixes { get; } = [];

    public HashSet<string> Prefixes { get; } = [];

    public HashSet<string> LocalParts { get; } = [];

    public HashSet<char> Cuts { get; } = [];

    public HashSet<string> Mechanisms { get; } = [];

    public HashSet<(string Pattern, bool IgnoreCase, PatternSubject Over)> Patterns { get; } = [];

    /// <summary>True where the leaf looks the parts of an address up in turn.</summary>
    public bool LooksUpInTurn { get; private set; }

    /// <summary>True where the answer may depend on the domain of an address, whatever stands before it.</summary>
    public bool LooksAtDomain => Domains.Count > 0 || Patterns.Any(static p => p.Over == PatternSubject.Domain) || Suffixes.Count + Prefixes.Count > 0;

    /// <summary>True where the answer may depend on the local part of an address, whatever stands behind it.</summary>
    public bool LooksAtLocalPart => LocalParts.Count + Prefixes.Count > 0 || Patterns.Any(static p => p.Over == PatternSubject.LocalPart);

    /// <summary>True where a pattern goes over whole addresses.</summary>
    public bool LooksAcross => AllPatterns(true).Any(static p => p.Over == PatternSubject.Whole);

    /// <summary>True where the answer may depend on every pair of local part and domain.</summary>
    public bool LooksAtPairs => LooksAtDomain && LooksAtLocalPart && !LooksUpInTurn;

    /// <summary>True where only an automaton tells the cells apart.</summary>
    public bool NeedsAutomaton => Prefixes.Count + Suffixes.Count + Patterns.Count > 0;

    /// <summary>The patterns, with prefixes and suffixes as such. A text that is no address is always looked at as a whole.</summary>
    public IEnumerable<(string Pattern, bool IgnoreCase, PatternSubject Over)> AllPatterns(bool isAddress)
    {
        if (!isAddress)
        {
            return [.. Patterns.Select(static p => (p.Pattern, p.IgnoreCase, PatternSubject.Whole)), .. Prefixes.Select(static p => (Begins(p), true, PatternSubject.Whole)),
                .. Suffixes.Select(static s => (Ends(s), true, PatternSubject.Whole))];
        }

        return [.. Patterns, .. Prefixes.SelectMany(static p => Subjects(p, PatternSubject.Domain, PatternSubject.LocalPart).Select(over => (Begins(p), true, over))),
            .. Suffixes.SelectMany(static s => Subjects(s, PatternSubject.Domain).Select(over => (Ends(s), true, over)))];
    }

    /// <summary>The landmarks of a leaf.</summary>
    public static LeafMarks Of(Leaf leaf)
    {
        var marks = new LeafMarks();
        leaf.Mark(marks);
        return marks;
    }

    /// <summary>Adds those of another.</summary>
    public void Add(LeafMarks other)
    {
        Networks.AddRange(other.Networks);
        Texts.UnionWith(other.Texts);
        Domains.UnionWith(other.Domains);
        Suffixes.UnionWith(other.Suffixes);
        Prefixes.UnionWith(other.Prefixes);
        LocalParts.UnionWith(other.LocalParts);
        Cuts.UnionWith(other.Cuts);
        Mechanisms.UnionWith(other.Mechanisms);
        Patterns.UnionWith(other.Patterns);
    }

    public override void Network(IPNetwork network) => Networks.Add(network);

    public override void Text(string text) => Texts.Add(Lower(text));

    public override void Domain(string domain)
    {
        var name = Lower(domain).Trim('.');
        if (name.Length > 0) Domains.Add(name);
    }

    public override void Suffix(string suffix)
    {
        // What ends in ".d" is below d.
        var lower = Lower(suffix);
        if (lower.Length > 1 && lower[0] == '.' && lower[^1] != '.' && !lower.Contains("..", StringComparison.Ordinal)) Domains.Add(lower[1..]);
        else Suffixes.Add(lower);
    }

    public override void Prefix(string prefix) => Prefixes.Add(Lower(prefix));

    public override void LocalPart(string localPart) => LocalParts.Add(Lower(localPart));

    public override void Delimiters(string characters) => Cuts.UnionWith(characters);

    public override void Pattern(string pattern, bool ignoreCase, PatternSubject over) => Patterns.Add((pattern, ignoreCase, over));

    public override void Mechanism(string mechanism) => Mechanisms.Add(mechanism);

    public override void InTurn() => LooksUpInTurn = true;

    private static PatternSubject[] Subjects(string affix, params PatternSubject[] plain) => affix.Contains('@', StringComparison.Ordinal) ? [PatternSubject.Whole] : plain;

    private static string Begins(string prefix) => "^" + Regex.Escape(prefix);

    private static string Ends(string suffix) => Regex.Escape(suffix) + "\\z";

    private static string Lower(string text) => text.ToLowerInvariant();
}
