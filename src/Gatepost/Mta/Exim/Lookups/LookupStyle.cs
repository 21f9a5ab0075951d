namespace Gatepost.Mta.Exim.Lookups;

/// <summary>How a lookup is made: <c>partial1(.)lsearch*@,ret=key</c> (specification chapter 9).</summary>
/// <param name="Type">The type: <c>lsearch</c>.</param>
internal sealed record LookupStyle(string Type)
{
    private static readonly string[] s_queries = ["dnsdb", "ibase", "ldap", "ldapdn", "ldapm", "ldapauth", "mysql", "nisplus", "oracle", "passwd", "pgsql", "redis", "sqlite", "spf", "whoson", "testdb", "psl"];
    private static readonly string[] s_keyed = ["cdb", "dbm", "dbmjz", "dbmnz", "dsearch", "iplsearch", "json", "lmdb", "lsearch", "nis", "nis0", "nwildlsearch", "wildlsearch"];

    /// <summary>The number of labels that a partial key keeps; negative without <c>partial</c>.</summary>
    public int Partial { get; init; } = -1;

    /// <summary>What stands before a partial key.</summary>
    public string Affix { get; init; } = "*.";

    /// <summary>True with <c>*</c>: the key <c>*</c> is the default.</summary>
    public bool HasStar { get; init; }

    /// <summary>True with <c>*@</c>: the key <c>*@domain</c> is tried before <c>*</c>.</summary>
    public bool HasStarAt { get; init; }

    /// <summary>The options after a comma.</summary>
    public string Options { get; init; } = "";

    public bool IsQuery => s_queries.Contains(Type);

    public bool IsKnown => IsQuery || s_keyed.Contains(Type);

    /// <summary>True where the value found is the key itself.</summary>
    public bool ReturnsKey => Options.Split(',').Contains("ret=key");

    /// <summary>Reads what stands before the semicolon; null where it is malformed.</summary>
    public static LookupStyle? Read(string written)
    {
        var text = written.Trim();
        var (partial, affix) = (-1, "*.");
        if (text.StartsWith("partial", StringComparison.Ordinal))
        {
            var at = "partial".Length;
            var digits = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            partial = at == digits ? 2 : int.TryParse(text.AsSpan(digits, at - digits), out var n) ? n : int.MaxValue;
            if (at < text.Length && text[at] == '(' && text.IndexOf(')', at) is > 0 and var close)
            {
                affix = text[(at + 1)..close];
                at = close + 1;
            }
            else if (at < text.Length && text[at] == '-') at++;
            else return null;
            text = text[at..];
        }

        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var options = comma < 0 ? "" : text[(comma + 1)..];
        if (comma >= 0) text = text[..comma];
        var star = text.IndexOf('*', StringComparison.Ordinal);
        var hasAt = star >= 0 && star + 1 < text.Length && text[star + 1] == '@';
        return new LookupStyle((star < 0 ? text : text[..star]).Trim())
        {
            Partial = partial,
            Affix = affix,
            HasStar = star >= 0,
            HasStarAt = hasAt,
            Options = options.Trim(),
        };
    }
}
