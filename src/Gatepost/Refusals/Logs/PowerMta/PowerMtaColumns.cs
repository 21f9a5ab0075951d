namespace Gatepost.Refusals.Logs.PowerMta;

/// <summary>
/// The columns of an accounting file, as its header names them: any set in any order, in either case, with names that
/// stand twice (the first with a value counts).
/// </summary>
internal sealed class PowerMtaColumns
{
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.OrdinalIgnoreCase);

    private PowerMtaColumns(List<string> names)
    {
        Count = names.Count;
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i].Trim();
            if (_places.TryGetValue(name, out var places)) places.Add(i);
            else _places.Add(name, [i]);
        }
    }

    /// <summary>The columns that PowerMTA writes where its configuration names none.</summary>
    public static PowerMtaColumns Stock { get; } = new(CsvLine.Split(
        "type,timeLogged,timeQueued,orig,rcpt,orcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat,srcType,srcMta,dlvType,"
        + "dlvSourceIp,dlvDestinationIp,dlvEsmtpAvailable,dlvSize,vmta,jobId,envId,queue,vmtaPool"));

    /// <summary>How many columns there are.</summary>
    public int Count { get; }

    /// <summary>The columns of a header line; null where the line is none. <c>#</c> and a byte order mark may stand before it.</summary>
    public static PowerMtaColumns? TryRead(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("\uFEFF# \"");
        if (!line.StartsWith("type", StringComparison.OrdinalIgnoreCase) || line.Length < 6 || line[4] is not (',' or '"')) return null;
        var columns = new PowerMtaColumns(CsvLine.Split(line[4] == '"' ? string.Concat("\"", line) : line));
        return columns._places.ContainsKey("rcpt") || columns._places.ContainsKey("dsnStatus") || columns._places.ContainsKey("timeLogged")
            ? columns
            : null;
    }

    /// <summary>The first value under this name that is not blank; null where there is none.</summary>
    public string? Value(List<string> row, string name)
    {
        if (!_places.TryGetValue(name, out var places)) return null;
        foreach (var place in places)
            if (place < row.Count && LogText.OrNull(row[place]) is { } value) return value;
        return null;
    }

    /// <summary>True where there is a column of this name.</summary>
    public bool Has(string name) => _places.ContainsKey(name);
}
