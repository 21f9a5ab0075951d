namespace Gatepost.Relay.Proof.Cells;

/// <summary>Texts that stand for all texts, as far as landmarks without patterns, suffixes and prefixes tell them apart.</summary>
internal static class TextCells
{
    /// <summary>What is wrong with a text: the more, the less readable it is as an example.</summary>
    public static int Rank(string text)
    {
        var rank = 100 + text.Length;
        foreach (var c in text)
            if (!char.IsAsciiLetterLower(c) && c is not '.') rank += char.IsAsciiDigit(c) ? 2 : c is '-' or '@' ? 5 : 40;
        return rank;
    }

    /// <summary>Each named domain, one label and more below it; a domain below none.</summary>
    public static IEnumerable<(string Value, int Rank)> Domains(LeafMarks marks, FreshNames fresh)
    {
        yield return (fresh.Domain, 0);
        yield return ($"{fresh.Label}.{fresh.Domain}", 1);
        yield return (fresh.Label, 300);
        foreach (var domain in marks.Domains)
        {
            yield return (domain, Rank(domain));
            yield return ($"{fresh.Label}.{domain}", 10 + Rank(domain));
            yield return ($"{fresh.Label}.{fresh.Label}.{domain}", 20 + Rank(domain));
            yield return ($".{domain}", 900 + Rank(domain));
        }
    }

    /// <summary>Domains of addresses that are none: literals, and what servers take offence at.</summary>
    public static IReadOnlyList<(string Value, int Rank)> Literals { get; } =
        [.. new[] { "[203.0.113.9]", "[127.0.0.1]", "[IPv6:2001:db8::9]", "[IPv6:::1]", "203.0.113.9", "127.0.0.1", "[", "[]", "-", "." }.Select(static l => (l, 3_500))];

    /// <summary>As <see cref="Domains"/>, with the named texts, an empty text and an address.</summary>
    public static IEnumerable<(string Value, int Rank)> Texts(LeafMarks marks, FreshNames fresh)
    {
        foreach (var domain in Domains(marks, fresh)) yield return domain;
        foreach (var text in marks.Texts) yield return (text, Rank(text));
        yield return ("[203.0.113.9]", 400);
        yield return ("203.0.113.9", 400);
        yield return ("", 500);
    }

    /// <summary>Each named local part, alone and with an extension; one that is not named.</summary>
    public static IEnumerable<(string Value, int Rank)> LocalParts(LeafMarks marks, FreshNames fresh)
    {
        foreach (var local in marks.LocalParts.Prepend(fresh.LocalPart).Append("postmaster").Append("abuse").Append("mailer-daemon").Append("double-bounce").Append("root"))
        {
            var rank = local == fresh.LocalPart ? 0 : Rank(local);
            yield return (local, rank);
            foreach (var cut in marks.Cuts) yield return ($"{local}{cut}{fresh.Label}", 50 + rank);
        }
    }
}
