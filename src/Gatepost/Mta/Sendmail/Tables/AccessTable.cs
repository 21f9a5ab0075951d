namespace Gatepost.Mta.Sendmail.Tables;

/// <summary>The access table, and the ways in which the rulesets D, A, F, U and E of cf/m4/proto.m4 look in it.</summary>
/// <param name="map">The entries.</param>
/// <param name="skips">FEATURE(access_db) with <c>skip</c>: SKIP ends a search as if nothing were found.</param>
/// <param name="looksUpDots">With <c>lookupdotdomain</c>: <c>.rest</c> is looked up as well.</param>
internal sealed class AccessTable(SourceMap map, bool skips, bool looksUpDots)
{
    private const int LongestKey = 512;

    public SourceMap Map => map;

    public bool Skips => skips;

    public bool LooksUpDots => looksUpDots;

    /// <summary>Ruleset D: a domain and those above it; of a literal <c>[1.2.3.4]</c> also its networks. The tag in lower case, without the colon.</summary>
    public MapValue? FindDomain(string tag, ReadOnlySpan<char> domain, bool withPlain)
    {
        if (domain is ['[', .., ']']) return FindLiteral(tag, domain, withPlain);
        for (var key = domain; !key.IsEmpty && key.Length < LongestKey - 2;)
        {
            if (Find(tag, key, withPlain) is { } found) return skips && found.IsSkip ? null : found;
            if (looksUpDots && NextLabel(key) is > 0 and var dot && Find(tag, key[(dot - 1)..], withPlain) is { } below) return skips && below.IsSkip ? null : below;
            var next = NextLabel(key);
            if (next < 0) return null;
            key = key[next..];
        }

        return null;
    }

    private MapValue? FindLiteral(string tag, ReadOnlySpan<char> literal, bool withPlain)
    {
        for (var key = literal.ToString(); key.Length > 2; key = key[..LastPart(key)] + "]")
        {
            if (Find(tag, key, withPlain) is { } found) return skips && found.IsSkip ? null : found;
            if (LastPart(key) < 0) break;
        }

        return null;
    }

    /// <summary>Ruleset A: an address and the networks that its parts make.</summary>
    public MapValue? FindAddress(string tag, ReadOnlySpan<char> address, bool withPlain)
    {
        for (var key = address; !key.IsEmpty;)
        {
            if (Find(tag, key, withPlain) is { } found) return skips && found.IsSkip ? null : found;
            var cut = key.LastIndexOfAny(':', '.');
            if (cut <= 0 || cut == key.Length - 1) return null;
            key = key[..cut];
            if (key[^1] == ':') key = key[..^1];
        }

        return null;
    }

    /// <summary>Ruleset F: a whole address, with its detail, with <c>+*</c>, and without.</summary>
    public MapValue? FindFull(string tag, string local, string domain, bool withPlain) => FindDetailed(tag, local, "@" + domain, withPlain);

    /// <summary>Ruleset U: <c>user@</c> likewise.</summary>
    public MapValue? FindUser(string tag, string local, bool withPlain) => FindDetailed(tag, local, "@", withPlain);

    /// <summary>Ruleset E, and the exact lookups of FEATURE(relay_hosts_only).</summary>
    public MapValue? FindExact(string tag, ReadOnlySpan<char> key, bool withPlain = true) => Find(tag, key, withPlain);

    private MapValue? FindDetailed(string tag, string local, string rest, bool withPlain)
    {
        local = Tokens.Unquote(local);
        if (Find(tag, local + rest, withPlain) is { } found) return found;
        var plus = local.IndexOf('+', Math.Min(1, local.Length));
        if (plus < 1) return null;
        return Find(tag, string.Concat(local.AsSpan(0, plus), "+*", rest), withPlain) ?? Find(tag, string.Concat(local.AsSpan(0, plus), rest), withPlain);
    }

    private MapValue? Find(string tag, ReadOnlySpan<char> key, bool withPlain)
    {
        Span<char> tagged = stackalloc char[tag.Length + 1 + Math.Min(key.Length, LongestKey)];
        if (key.Length > LongestKey) return null;
        tag.CopyTo(tagged);
        tagged[tag.Length] = ':';
        key.CopyTo(tagged[(tag.Length + 1)..]);
        return map.Find(tagged) ?? (withPlain ? map.Find(key) : null);
    }

    // Where the name goes on after its first dot that has something before it.
    private static int NextLabel(ReadOnlySpan<char> key)
    {
        if (key.Length < 3) return -1;
        var dot = key[1..].IndexOf('.');
        return dot < 0 || dot + 2 >= key.Length ? -1 : dot + 2;
    }

    // Where the last part of a literal begins, with its dot or colon.
    private static int LastPart(ReadOnlySpan<char> literal)
    {
        var cut = literal[..^1].LastIndexOfAny(':', '.');
        return cut <= 1 ? -1 : literal[cut - 1] == ':' ? cut - 1 : cut;
    }
}
