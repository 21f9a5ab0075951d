using System.Collections.Frozen;
using System.Globalization;

namespace Gatepost.Mta.Postfix.Settings;

/// <summary>Every parameter that Postfix 2.10 to 3.10 knows, from <c>parameters.txt</c>.</summary>
public static class Parameters
{
    private static readonly Lazy<FrozenDictionary<string, Parameter>> s_all = new(Load);

    // Parameters that each delivery service and each program has by the service's own name.
    private static readonly string[] s_perService =
    [
        "_destination_concurrency_failed_cohort_limit", "_destination_concurrency_limit", "_destination_concurrency_negative_feedback",
        "_destination_concurrency_positive_feedback", "_destination_rate_delay", "_destination_recipient_limit", "_delivery_slot_cost", "_delivery_slot_discount",
        "_delivery_slot_loan", "_extra_recipient_limit", "_initial_destination_concurrency", "_minimum_delivery_slots", "_recipient_limit", "_recipient_refill_delay",
        "_recipient_refill_limit", "_time_limit", "_transport_rate_delay",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<Parameter> All => s_all.Value.Values;

    /// <summary>The parameter of a name; null where Postfix knows none.</summary>
    public static Parameter? Find(string name) => s_all.Value.GetValueOrDefault(name);

    /// <summary>True for <c>NAME_destination_recipient_limit</c> and its like, where a service is called NAME.</summary>
    public static bool IsOfService(string name, Func<string, bool> isService) =>
        s_perService.Any(s => name.Length > s.Length && name.EndsWith(s, StringComparison.Ordinal) && isService(name[..^s.Length]));

    /// <summary>The known name that is nearest to a name, for "did you mean"; null where none is near.</summary>
    public static string? Nearest(string name)
    {
        var (best, distance) = ((string?)null, Math.Min(4, (name.Length / 4) + 1));
        foreach (var known in s_all.Value.Keys)
        {
            if (Math.Abs(known.Length - name.Length) >= distance) continue;
            var there = Distance(name, known);
            if (there < distance || (there == distance && best is not null && string.CompareOrdinal(known, best) < 0)) (best, distance) = (known, there);
        }

        return best;
    }

    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }

    private static FrozenDictionary<string, Parameter> Load()
    {
        using var stream = typeof(Parameters).Assembly.GetManifestResourceStream("Gatepost.Mta.Postfix.Settings.parameters.txt")!;
        using var reader = new StreamReader(stream);
        var all = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var names = line[3..equals].TrimEnd().Split('@');
            var value = line[(equals + 1)..].Trim();
            var range = names.Length > 1 ? names[1].Split('-') : ["", ""];
            var kind = line[1] switch { 'r' => ParameterKind.Raw, 'b' => ParameterKind.Flag, 'n' => ParameterKind.Number, 't' => ParameterKind.Time, _ => ParameterKind.Text };
            var parameter = all.GetValueOrDefault(names[0]) ?? new Parameter(names[0], kind, line[0] is '+' or '!', line[0] is '~' or '!');
            all[names[0]] = parameter with { Defaults = parameter.Defaults.Add((Number(range[0], 0), Number(range[1], int.MaxValue), value)) };
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static int Number(string text, int otherwise) => text.Length == 0 ? otherwise : int.Parse(text, CultureInfo.InvariantCulture);
}
