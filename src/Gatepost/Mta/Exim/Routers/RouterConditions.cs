using Gatepost.Mta.Exim.Expansions;
using Gatepost.Mta.Exim.Lists;
using Gatepost.Mta.Exim.Lookups;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Routers;

/// <summary>The preconditions of a router (specification chapter 15): whether it is asked about an address at all.</summary>
internal static class RouterConditions
{
    private static readonly string[] s_unknown = ["local_part_prefix", "local_part_suffix", "require_files", "router_home_directory", "address_data", "set"];

    /// <summary>Yes where it is asked, no where it is skipped; null where that is not known.</summary>
    public static Choices<Truth>? Of(ExpansionContext context, RoutedAddress address, EximDriver router)
    {
        if (router.Settings.Any(static s => s_unknown.Contains(s.Name)) || router.Is("caseful_local_part")) return null;
        Choices<Truth>? all = Choices.Of(Truth.Yes);
        foreach (var setting in router.Settings)
        {
            Choices<Truth>? one = setting.Name switch
            {
                "domains" => ListReader.Read(context, setting.Value, address.Domains, setting.Origin),
                "local_parts" => ListReader.Read(context, setting.Value, address.LocalParts, setting.Origin),
                "senders" => ListReader.Read(context, setting.Value, address.Senders, setting.Origin),
                "check_local_user" => setting.Value == "true" ? LocalUser(context, address, setting.Origin) : null,
                "condition" => Condition(context, setting),
                _ => Choices.Of(Truth.Yes),
            };
            // In the order in which Exim asks, a refusal of one is as good as that of another; only deferrals would tell.
            all = one is null ? null : all?.SelectMany(before => before == Truth.Yes ? one : Choices.Of(before));
        }

        return all;
    }

    // Anything but an empty string, 0, no and false is true; what does not expand is false.
    private static Choices<Truth>? Condition(ExpansionContext context, EximSetting setting)
    {
        static Truth Of(Expanded text) => text.Kind switch
        {
            ExpandedKind.Text => text.Text.ToLowerInvariant() is "" or "0" or "no" or "false" ? Truth.No : Truth.Yes,
            ExpandedKind.Deferred => Truth.Defer,
            ExpandedKind.Panic => Truth.Panic,
            ExpandedKind.Unknown => Truth.Unknown,
            _ => Truth.No,
        };
        var value = context.Read(setting.Value, setting.Origin);
        if (value.Fold() is { } texts) return texts.Select(Of);
        return value.IsOutside ? null : ComputedTest.Of($"router condition {setting.Value}", $"at {setting.Origin}", setting.Origin, session => Of(value.Expand(Scope.Of(session))), mayFail: true);
    }

    // The users of the system, where their file is given along or there is a snapshot of them.
    private static Choices<Truth>? LocalUser(ExpansionContext context, RoutedAddress address, Origin origin)
    {
        var text = context.World.Options.Snapshots.GetValueOrDefault("passwd") ?? context.World.Lookups.Read("/etc/passwd").Text;
        if (text is null)
        {
            context.World.Cover(origin, "check_local_user", Coverage.Conditional, "the users of the system are not known");
            return Choices.If(new SubjectOpaque("passwd", address.LocalParts, origin), Truth.Yes, Truth.No);
        }

        var users = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
            if (line.Split(':')[0].Trim() is { Length: > 0 } user) users.TryAdd(user, user);
        return Choices.If(new PartLeaf(address.LocalPart, [new TableMatcher(new TableSearch(new KeyTable(users), new LookupStyle("passwd")))], "the users of the system", origin), Truth.Yes, Truth.No);
    }
}
