using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Gatepost.RealServers.Differential;

/// <summary>Counts what the generated cases are made of, so that nothing is left out unseen. Many threads may count at once.</summary>
/// <param name="features">Every feature that a full run must meet.</param>
internal sealed class FeatureTable(params IEnumerable<string> features)
{
    private readonly ConcurrentDictionary<string, int> _counts = new(features.Select(static f => KeyValuePair.Create(f, 0)), StringComparer.Ordinal);

    /// <summary>The features that no case had.</summary>
    public IReadOnlyList<string> Missing => [.. _counts.Where(static c => c.Value == 0).Select(static c => c.Key).Order(StringComparer.Ordinal)];

    /// <summary>Counts one case of a feature.</summary>
    public void Count(string feature) => Count(feature, 1);

    /// <summary>Counts several cases of a feature.</summary>
    public void Count(string feature, int cases) => _counts.AddOrUpdate(feature, cases, (_, before) => before + cases);

    /// <summary>The features in order, each with its count.</summary>
    public override string ToString()
    {
        var table = new StringBuilder();
        foreach (var (feature, count) in _counts.OrderBy(static c => c.Key, StringComparer.Ordinal)) table.AppendLine(CultureInfo.InvariantCulture, $"{count,8}  {feature}");
        return table.ToString();
    }
}
