using Gatepost.Mta.Exim.Lookups;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>Items of lists that are lookups: <c>lsearch;/etc/domains</c>, <c>mysql;SELECT …</c>.</summary>
internal static class LookupItems
{
    /// <summary>Adds one.</summary>
    /// <param name="list">The list.</param>
    /// <param name="key">What is looked up.</param>
    /// <param name="item">The item as it stands in the list.</param>
    /// <param name="usesPartial">False where <c>partial-</c> does not count.</param>
    public static void Add(ListBuilder list, ListSubject key, string item, bool usesPartial = true)
    {
        var semicolon = item.IndexOf(';', StringComparison.Ordinal);
        var source = item[(semicolon + 1)..].TrimStart();
        var style = LookupStyle.Read(item[..semicolon]);
        if (style is not { IsKnown: true })
        {
            list.Problem(ConfigProblemKind.UnknownName, $"{item[..semicolon]} is no lookup type; Exim answers 421 to every attempt that reaches it", $"Perhaps you meant {Nearest.To(item[..semicolon], ["lsearch", "dsearch", "wildlsearch", "iplsearch", "cdb", "dbm", "mysql", "pgsql", "sqlite", "ldap"]) ?? "lsearch"};");
            list.Add(Always.Instance, Truth.Panic);
            return;
        }

        var opened = list.Context.World.Lookups.Open(style, source, list.Origin);
        if (opened.IsMissing) list.Add(Always.Instance, Truth.Panic);
        else if (opened.Table is { } table)
        {
            var search = new TableSearch(table, style, usesPartial);
            if (table.MayDefer) list.AddDeferring(key.Part, key.Text, new TableMatcher(search, LookupTable.Deferred), new TableMatcher(search));
            else list.Add(key.Part, key.Text, new TableMatcher(search));
        }
        else
        {
            list.Context.World.Cover(list.Origin, item, Coverage.Conditional, "only the outside knows what is in it");
            list.Add(Choices.If(new SubjectOpaque(item, key, list.Origin) { MayFail = list.IncludesDeferred is null }, Truth.Yes, Truth.No));
        }
    }
}
