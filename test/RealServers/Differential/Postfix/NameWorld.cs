using System.Net;
using System.Net.Sockets;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>All names of a run with their records: what the fake name server says, and what the evaluator is told.</summary>
internal sealed class NameWorld
{
    private static readonly NameAnswer s_none = new(false, false, []);
    private static readonly NameAnswer s_failure = new(true, true, []);

    private readonly Dictionary<string, List<NameRecord>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _failing = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives a name records, in lines like <c>MX 10 mx.far.test</c>; without any it exists and has none.</summary>
    public void Add(string name, params string[] records)
    {
        if (!_names.TryGetValue(name, out var known)) _names[name] = known = [];
        foreach (var record in records)
        {
            var words = record.Split(' ');
            var type = Enum.Parse<RecordType>(words[0], ignoreCase: true);
            known.Add(type == RecordType.Mx ? new NameRecord(type, words[2], int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture)) : new NameRecord(type, words[1]));
        }

        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1)) _names.TryAdd(name[(dot + 1)..], []);
    }

    /// <summary>Every question about a name fails for now.</summary>
    public void Fail(string name) => _failing.Add(name);

    public NameAnswer Find(string name, RecordType type)
    {
        if (_failing.Contains(name)) return s_failure;
        return _names.TryGetValue(name, out var records) ? new NameAnswer(true, false, [.. records.Where(r => r.Type == type)]) : s_none;
    }

    /// <summary>The name under which an address is looked up.</summary>
    public static string Reverse(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork
        ? $"{string.Join('.', address.GetAddressBytes().Reverse())}.in-addr.arpa"
        : $"{string.Join('.', Convert.ToHexStringLower(address.GetAddressBytes()).Reverse())}.ip6.arpa";
}
