using System.Runtime.InteropServices;
using Gatepost.Diagnoses;
using Gatepost.Refusals;

namespace Gatepost.Reports;

/// <summary>
/// Counts many diagnoses by cause, owner and place (the refusing server, else the recipient's domain). Memory is bounded:
/// beyond <see cref="GroupLimit"/> places, further ones are counted together under their cause. Not thread-safe: one
/// for each worker, then <see cref="Merge"/> in the order of the input.
/// </summary>
public sealed class Overview
{
    /// <summary>Groups kept apart; the rest go together by cause and owner.</summary>
    public const int GroupLimit = 2_000;

    private readonly record struct Key(string Cause, Owner Owner, string? Place);

    private readonly Dictionary<Key, OverviewGroup> _groups = [];
    private readonly long[] _kinds = new long[5];

    /// <summary>Everything added.</summary>
    public long Count { get; private set; }

    /// <summary>Relay denials among them.</summary>
    public long RelayDenials { get; private set; }

    /// <summary>True where places were counted together because there were too many.</summary>
    public bool IsCapped { get; private set; }

    /// <summary>How many of the kind were added.</summary>
    public long Of(RefusalKind kind) => _kinds[(int)kind];

    /// <summary>Adds one.</summary>
    public void Add(Diagnosis diagnosis)
    {
        Count++;
        _kinds[(int)diagnosis.Refusal.Kind]++;
        if (diagnosis.IsRelayDenial) RelayDenials++;
        if (diagnosis.Refusal.Kind is not (RefusalKind.Failed or RefusalKind.Delayed)) return;
        var place = Words.RefusingServer(diagnosis.Refusal) ?? Words.Domain(diagnosis.Refusal.Recipient);
        Group(diagnosis.Cause, diagnosis.Owner, place).Add(diagnosis);
    }

    /// <summary>Adds all that another one holds, as if it had been added here after what is here.</summary>
    public void Merge(Overview later)
    {
        Count += later.Count;
        RelayDenials += later.RelayDenials;
        IsCapped |= later.IsCapped;
        for (var i = 0; i < _kinds.Length; i++) _kinds[i] += later._kinds[i];
        foreach (var group in later._groups.Values) Group(group.Cause, group.Owner, group.Place).Merge(group);
    }

    /// <summary>The groups, the largest first; equal ones by cause, owner and place.</summary>
    public IReadOnlyList<OverviewGroup> Groups()
    {
        var groups = _groups.Values.ToList();
        groups.Sort(static (a, b) =>
        {
            var order = b.Count.CompareTo(a.Count);
            if (order == 0) order = string.CompareOrdinal(a.Cause.Id, b.Cause.Id);
            if (order == 0) order = a.Owner.CompareTo(b.Owner);
            return order != 0 ? order : string.CompareOrdinal(a.Place, b.Place);
        });
        return groups;
    }

    private OverviewGroup Group(Cause cause, Owner owner, string? place)
    {
        place = place is { Length: > 255 } ? place[..255] : place;
        var key = new Key(cause.Id, owner, place);
        if (_groups.Count >= GroupLimit && !_groups.ContainsKey(key))
        {
            IsCapped = true;
            key = new Key(cause.Id, owner, null);
        }

        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, key, out _);
        return group ??= new OverviewGroup(cause, owner, key.Place);
    }
}
