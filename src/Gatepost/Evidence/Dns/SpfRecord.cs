namespace Gatepost.Evidence.Dns;

/// <summary>An SPF record (RFC 7208 section 4.5).</summary>
/// <param name="Text">The record, whole.</param>
/// <param name="Terms">Its terms in order; those after a fault are not read.</param>
public sealed record SpfRecord(string Text, IReadOnlyList<SpfTerm> Terms)
{
    private const int MostTerms = 500;

    /// <summary>What makes it invalid (a permanent error), as half a sentence; null where nothing does.</summary>
    public string? Problem { get; init; }

    /// <summary>The redirect modifier; null where there is none.</summary>
    public SpfTerm? Redirect => Terms.FirstOrDefault(static t => t.Kind == SpfTermKind.Redirect);

    /// <summary>The domains that it names, without those that depend on the message.</summary>
    public IEnumerable<string> Domains => Terms.Where(static t => t.Domain is not null && !t.HasMacro && t.Kind != SpfTermKind.Exp).Select(static t => t.Domain!).Distinct();

    /// <summary>True where a TXT record's text is an SPF record of this version.</summary>
    public static bool IsSpf(string text) =>
        text.StartsWith("v=spf1", StringComparison.OrdinalIgnoreCase) && (text.Length == 6 || text[6] == ' ');

    /// <summary>Reads a record; null where the text is none. A record that is invalid says so in <see cref="Problem"/>.</summary>
    public static SpfRecord? Parse(string? text)
    {
        if (text is null || !IsSpf(text)) return null;
        var terms = new List<SpfTerm>();
        foreach (var word in text[6..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (SpfTerm.Parse(word) is not { } term) return new SpfRecord(text, terms) { Problem = $"{word} is no term of SPF" };
            if (term.Kind is SpfTermKind.Redirect or SpfTermKind.Exp && terms.Any(t => t.Kind == term.Kind))
                return new SpfRecord(text, terms) { Problem = $"{term.Kind.ToString().ToLowerInvariant()} stands twice" };
            if (terms.Count == MostTerms) return new SpfRecord(text, terms) { Problem = "it has too many terms" };
            terms.Add(term);
        }

        return new SpfRecord(text, terms);
    }

    /// <summary>Finds a domain's record among its TXT records: there must be exactly one (RFC 7208 section 4.5).</summary>
    /// <param name="txt">The answer about TXT.</param>
    /// <param name="problem">Why there is none although there should be, as half a sentence; null where there simply is none.</param>
    public static SpfRecord? Find(DnsResponse txt, out string? problem)
    {
        var texts = txt.Data<DnsData.Txt>().Select(static t => t.Text).Where(IsSpf).Take(2).ToList();
        problem = texts.Count > 1 ? $"{txt.Query.Name} has several SPF records, so none counts (RFC 7208 section 4.5)"
            : txt.Tells ? null : $"the SPF record of {txt.Query.Name} cannot be looked up: {txt.OutcomeInWords}";
        var record = texts.Count == 1 ? Parse(texts[0]) : null;
        if (record?.Problem is { } fault) problem = $"the SPF record of {txt.Query.Name} is not valid: {fault}";
        return record;
    }
}
