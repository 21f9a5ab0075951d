namespace Gatepost.Cli.Commands;

/// <summary>Finds what someone may have meant.</summary>
internal static class Nearest
{
    /// <summary><c> Did you mean X?</c>, or nothing where no word is near.</summary>
    public static string Hint(string word, IEnumerable<string> words) => Of(word, words) is { } near ? $" Did you mean {near}?" : "";

    public static string? Of(string word, IEnumerable<string> words)
    {
        if (word.Length > 64) return null;
        string? best = null;
        var least = Math.Max(1, word.Trim('-').Length / 3) + 1;
        foreach (var candidate in words)
        {
            var distance = candidate.StartsWith(word, StringComparison.Ordinal) && word.Trim('-').Length > 1 ? 1 : Distance(word, candidate);
            if (distance < least) (best, least) = (candidate, distance);
        }

        return best;
    }

    // Insertions, deletions, replacements and swapped neighbours.
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                table[i, j] = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }

        return table[a.Length, b.Length];
    }
}
