namespace Gatepost.Relay.Proof.Cells;

/// <summary>Names that no landmark says anything about, as readable as they can be.</summary>
internal sealed class FreshNames
{
    private static readonly string[] Labels = ["sub", "other", "elsewhere", "fresh", "x7q", "q7zx", "zz9y8"];
    private static readonly string[] Ends = ["example", "test", "invalid", "net", "org", "com", "info", "zz"];
    private static readonly string[] Locals = ["user", "someone", "anybody"];

    private FreshNames(string label, string domain, string localPart) => (Label, Domain, LocalPart) = (label, domain, localPart);

    /// <summary>A label that is part of no landmark.</summary>
    public string Label { get; }

    /// <summary>A domain that is no landmark and below none.</summary>
    public string Domain { get; }

    /// <summary>A local part that is no landmark.</summary>
    public string LocalPart { get; }

    /// <summary>Chooses the names; the domain begins with <paramref name="first"/> where that can be.</summary>
    public static FreshNames For(LeafMarks marks, string first)
    {
        var label = Candidates().First(candidate => !IsPartOfAny(marks, candidate));
        var domain = Ends.Select(end => $"{first}.{end}").Append($"{label}.{label}").First(d => IsFree(marks, d));
        return new FreshNames(label, domain, Locals.Append(label).First(l => !marks.LocalParts.Contains(l) && !marks.Texts.Any(t => t.StartsWith(l, StringComparison.Ordinal))));
    }

    /// <summary>True where no landmark is the domain or one of its parents.</summary>
    public static bool IsFree(LeafMarks marks, string domain)
    {
        if (marks.Texts.Any(t => t.EndsWith(domain, StringComparison.Ordinal))) return false;
        for (var rest = domain; ;)
        {
            if (marks.Domains.Contains(rest)) return false;
            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0) return true;
            rest = rest[(dot + 1)..];
        }
    }

    private static IEnumerable<string> Candidates() => Labels.Concat(Enumerable.Range(0, int.MaxValue).Select(static n => $"zq{n}x"));

    private static bool IsPartOfAny(LeafMarks marks, string candidate)
    {
        foreach (var set in (HashSet<string>[])[marks.Domains, marks.Texts, marks.LocalParts, marks.Suffixes, marks.Prefixes])
            foreach (var text in set)
                if (text.Contains(candidate, StringComparison.Ordinal)) return true;
        return false;
    }
}
