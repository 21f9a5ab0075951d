namespace Gatepost.Mta.Exim;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Nearest
{
    /// <summary>The known name that differs by the fewest letters, at most two; null where none is near.</summary>
    public static string? To(string name, IEnumerable<string> known)
    {
        string? nearest = null;
        var least = 3;
        foreach (var candidate in known)
        {
            var distance = Distance(name, candidate, least);
            if (distance < least && distance < candidate.Length) (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    private static int Distance(string a, string b, int enough)
    {
        if (Math.Abs(a.Length - b.Length) >= enough) return enough;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
