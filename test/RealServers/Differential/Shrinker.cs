namespace Gatepost.RealServers.Differential;

/// <summary>Makes a failing case small: leaves out parts for as long as it still fails (delta debugging).</summary>
internal static class Shrinker
{
    /// <summary>
    /// The smallest list of parts that was found to fail still. All parts together are known to fail. Each try may be a run of a real server: after
    /// <paramref name="mostTries"/> the best so far is given.
    /// </summary>
    public static async Task<IReadOnlyList<T>> Shrink<T>(IReadOnlyList<T> parts, Func<IReadOnlyList<T>, Task<bool>> fails, int mostTries = 200)
    {
        var tries = 0;
        var size = Math.Max(1, parts.Count / 2);
        while (parts.Count > 0)
        {
            var isSmaller = false;
            for (var start = 0; start < parts.Count && tries < mostTries;)
            {
                IReadOnlyList<T> without = [.. parts.Take(start), .. parts.Skip(start + size)];
                tries++;
                if (await fails(without)) (parts, isSmaller) = (without, true);
                else start += size;
            }

            if (tries >= mostTries || (size == 1 && !isSmaller)) break;
            size = Math.Max(1, size / 2);
        }

        return parts;
    }
}
