namespace Gatepost.Mta.Postfix.Syntax;

/// <summary>Compatibility levels: <c>2</c>, <c>3.6</c>, <c>3.10.1</c>.</summary>
internal static class CompatibilityLevel
{
    /// <summary>The level as major * 10000 + minor * 100 + patch; null where the text is none.</summary>
    public static int? Parse(ReadOnlySpan<char> text)
    {
        var (level, weight) = (0, 10000);
        foreach (var range in text.Split('.'))
        {
            if (weight == 0 || !int.TryParse(text[range], out var part) || part is < 0 or > 1023) return null;
            level += Math.Min(part, 99) * weight;
            weight /= 100;
        }

        return level;
    }

    /// <summary>How two levels compare; null where one is none.</summary>
    public static int? Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => Parse(left) is { } a && Parse(right) is { } b ? a.CompareTo(b) : null;
}
