using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Addresses;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Policy;

/// <summary>The domains that the four lists name.</summary>
internal static class OwnDomains
{
    private static readonly AddressClass[] Classes = [AddressClass.Local, AddressClass.Alias, AddressClass.Virtual, AddressClass.RelayDomain];

    /// <summary>Each domain once, with the class that Postfix asks first.</summary>
    public static ImmutableArray<OwnDomain> Of(AddressClasses classes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var domains = ImmutableArray.CreateBuilder<OwnDomain>();
        for (var i = 0; i < Classes.Length; i++)
            foreach (var (name, origin) in Named(classes, i))
                if (seen.Add(name)) domains.Add(new OwnDomain(name, Classes[i], origin));
        return domains.ToImmutable();
    }

    /// <summary>The domains that one list names, with their places.</summary>
    public static IEnumerable<(string Name, Origin Origin)> Named(AddressClasses classes, int list)
    {
        foreach (var item in classes.Lists[list])
        {
            if (item.IsExcluded || item.Fault is not null) continue;
            if (item.Table is null)
            {
                if (HostSyntax.IsHostName(item.Text)) yield return (item.Text.ToLowerInvariant(), item.Origin);
                continue;
            }

            if (!item.Table.TakesPartialKeys) continue;
            foreach (var entry in item.Table.Entries)
                if (HostSyntax.IsHostName(entry.Key) && item.Table.Find(entry.Key).IsFound) yield return (entry.Key.ToLowerInvariant(), entry.Origin);
        }
    }
}
