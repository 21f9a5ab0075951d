using System.Collections.Immutable;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>Makes conditions of match lists. A list without outside tables is one leaf; otherwise its runs are asked in order.</summary>
internal static class ListConditions
{
    /// <summary>A list of names or domains.</summary>
    public static Condition Names(string name, AttemptText text, ImmutableArray<ListItem> items, NameStyle style)
    {
        if (!items.Any(static i => i.Outside is not null)) return new NameList(name, text, items, style);
        var cases = ImmutableArray.CreateBuilder<FirstOf.Case>();
        foreach (var run in Runs(items, static i => i.Outside is null ? 0 : null))
        {
            if (run[0].Outside is { } outside) cases.Add(new FirstOf.Case(Asked(outside, text), run[0].IsExcluded ? 0 : 1));
            else AddNames(cases, name, text, run, style);
        }

        return new FirstOf(cases.ToImmutable(), 1);
    }

    /// <summary>A list of clients: each pattern is matched against the verified name, then against the address.</summary>
    public static Condition Clients(string name, ImmutableArray<ListItem> items, NameStyle style)
    {
        if (items.All(static i => i.Table is null && i.Fault is null && Networks.IsAddressPattern(i.Text))) return Addresses(name, items, static e => e);
        if (!items.Any(static i => i.IsExcluded || IsBroken(i))) items = [.. items.OrderBy(static i => i.Table is not null ? 2 : Networks.IsAddressPattern(i.Text) ? 0 : 1)];
        var cases = ImmutableArray.CreateBuilder<FirstOf.Case>();
        foreach (var run in Runs(items, static i => i.Table is not null ? null : i.Fault is null && Networks.IsAddressPattern(i.Text) ? 0 : 1))
        {
            var first = run[0];
            var value = first.IsExcluded ? 0 : 1;
            if (first.Outside is { } outside)
            {
                cases.Add(new FirstOf.Case(new PostfixOpaque(outside.Source, "client", 1, outside.Origin, static s => s.Client.ToString()) { MayFail = true }, value));
            }
            else if (first.Table is { } table)
            {
                cases.Add(new FirstOf.Case(new NameList(name, AttemptText.ClientName, [first with { IsExcluded = false }], style), value));
                cases.Add(new FirstOf.Case(new ClientTable(table), value));
            }
            else if (first.Fault is not null || !Networks.IsAddressPattern(first.Text))
            {
                AddNames(cases, name, AttemptText.ClientName, run, style);
            }
            else
            {
                if (run.Any(static i => i.IsExcluded)) cases.Add(new FirstOf.Case(Addresses(name, run, static e => e with { Answer = e.Answer < 0 ? 0 : 1 - e.Answer }), 0));
                cases.Add(new FirstOf.Case(Addresses(name, run, static e => e), 1));
            }
        }

        return new FirstOf(cases.ToImmutable(), 1);
    }

    /// <summary>The question whether an outside table has a text.</summary>
    public static PostfixOpaque Asked(OpaqueTable table, AttemptText text) =>
        new(table.Source, text.Name, 1, table.Origin, text.Of) { MayFail = true };

    private static void AddNames(ImmutableArray<FirstOf.Case>.Builder cases, string name, AttemptText text, ImmutableArray<ListItem> run, NameStyle style)
    {
        if (run.Any(static i => i.IsExcluded)) cases.Add(new FirstOf.Case(new NameList(name, text, run, style, wantsExcluded: true), 0));
        cases.Add(new FirstOf.Case(new NameList(name, text, run, style), 1));
    }

    private static ClientIn Addresses(string name, ImmutableArray<ListItem> items, Func<NetworkEntry, NetworkEntry> change) =>
        new(name, [.. items.Select(static i => Networks.Read(i, out _)).OfType<NetworkEntry>().Select(change)]);

    private static bool IsBroken(ListItem item) =>
        item.Fault is not null || (item.Table is null && Networks.IsAddressPattern(item.Text) && Networks.Read(item, out _) is { Answer: Answer.FaultValue });

    // Neighbours of one kind stay together; an item without one is a run of its own.
    private static IEnumerable<ImmutableArray<ListItem>> Runs(ImmutableArray<ListItem> items, Func<ListItem, int?> kind)
    {
        for (var i = 0; i < items.Length;)
        {
            var end = i + 1;
            while (kind(items[i]) is { } same && end < items.Length && kind(items[end]) == same) end++;
            yield return items[i..end];
            i = end;
        }
    }
}
