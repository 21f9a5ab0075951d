using System.Collections.Frozen;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>Every restriction by its name.</summary>
internal static class AllRestrictions
{
    private static readonly FrozenDictionary<string, Action<Restriction>> Known = General.All
        .Concat(ClientRestrictions.All)
        .Concat(HeloRestrictions.All)
        .Concat(SenderRestrictions.All)
        .Concat(RecipientRestrictions.All)
        .Concat(Identity.All)
        .Concat(AccessTables.All)
        .Concat(OutsideChecks.All)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What makes rules of a restriction; null for a name that is none.</summary>
    public static Action<Restriction>? Find(string name) => Known.GetValueOrDefault(name);

    /// <summary>The restriction that a mistyped name is most like; null where none is near.</summary>
    public static string? Nearest(string name)
    {
        var nearest = Known.Keys.Select(known => (Known: known, Distance: Distance(name, known))).MinBy(static k => (k.Distance, k.Known));
        return nearest.Distance <= Math.Max(2, name.Length / 6) ? nearest.Known : null;
    }

    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 6) return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
