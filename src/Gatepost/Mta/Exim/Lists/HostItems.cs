using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Gatepost.Mta.Exim.Expansions;
using Gatepost.Mta.Exim.Lookups;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>
/// Items of lists of hosts: networks look at the client's address, name patterns at its name, which must lead back to the address, and plain
/// names are looked up and compared with the address.
/// </summary>
internal static class HostItems
{
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789.");

    public static void Add(ListBuilder list, string item)
    {
        var subject = list.Subject;
        if (item == "*")
        {
            list.Add(Always.Instance, list.Yields ? Truth.Yes : Truth.No);
            return;
        }

        // The empty item is a client that is no host; every attempt has one.
        if (subject.Text is "")
        {
            if (item.Length == 0) list.Add(Always.Instance, list.Yields ? Truth.Yes : Truth.No);
            return;
        }

        if (item.Length == 0) return;
        if (item == "@[]")
        {
            foreach (var own in list.Context.World.OwnAddresses) Network(list, own, item);
            return;
        }

        if (item == "@")
        {
            if (subject.IsAddressOnly)
            {
                list.AddUnknownHost(Always.Instance);
                return;
            }

            item = list.Context.World.PrimaryHostname;
        }

        if (EximAddress.TryParseNetwork(item, out var network))
        {
            // A mapped network never holds a client of IPv4: its size is another.
            if (!network.BaseAddress.IsIPv4MappedToIPv6) Network(list, network, item);
            return;
        }

        if (IsMalformed(item))
        {
            list.Problem(ConfigProblemKind.BadValue, $"{item} is no IPv4 address or network; where it is reached the list matches no client", "Write four numbers, as in 10.0.0.0/8");
            list.AddUnknownHost(Always.Instance);
            return;
        }

        var semicolon = item.IndexOf(';', StringComparison.Ordinal);
        if (semicolon >= 0 && IsByAddress(item, semicolon, subject.IsAddressOnly, out var type, out var length)) ByAddress(list, item, type, length, item[(semicolon + 1)..].TrimStart());
        else if (subject.IsAddressOnly) list.AddUnknownHost(Always.Instance);
        else if (item.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')) Name(list, item);
        else if (semicolon >= 0 && LookupStyle.Read(item[..semicolon]) is { IsQuery: true }) LookupItems.Add(list, ListSubject.Of(Source.EximListKind.Host, AttemptPart.Client), item);
        else ByName(list, item);
    }

    private static void Network(ListBuilder list, IPNetwork network, string item) => list.Add(new NetworkMatcher(network, item));

    private static bool IsMalformed(string item)
    {
        var end = item.AsSpan().IndexOfAnyExcept(s_digits);
        return end < 0 || (end > 0 && item[end] == '/');
    }

    private static bool IsByAddress(string item, int semicolon, bool isAddressOnly, out string type, out int? length)
    {
        (type, length) = (item[..semicolon], null);
        if (item.StartsWith("net", StringComparison.Ordinal))
        {
            var end = 3;
            while (end < semicolon && char.IsAsciiDigit(item[end])) end++;
            if (end < semicolon && item[end] == '-')
            {
                length = end > 3 && int.TryParse(item.AsSpan(3, end - 3), out var n) ? n : null;
                type = item[(end + 1)..semicolon];
                return true;
            }
        }

        return isAddressOnly;
    }

    // The key is the address, masked and with its mask behind it; in IPv6 keys colons are dots, except for iplsearch.
    private static void ByAddress(ListBuilder list, string item, string type, int? length, string source)
    {
        var style = LookupStyle.Read(type);
        var opened = style is { IsKnown: true } ? list.Context.World.Lookups.Open(style, source, list.Origin) : new Opened(null, true);
        if (opened.IsMissing) list.Add(Always.Instance, Truth.Panic);
        else if (opened.Table is not { } table || style is null)
        {
            list.Context.World.Cover(list.Origin, item, Coverage.Conditional, "only the outside knows what is in it");
            list.Add(Choices.If(new SubjectOpaque(item, list.Subject, list.Origin) { MayFail = list.IncludesDeferred is null }, Truth.Yes, Truth.No));
        }
        else table.Keys(
            key => Key(list, key, style.Type, length),
            matcher =>
            {
                if (matcher is NetworkMatcher { Network: var network }) Network(list, network, item);
            });
    }

    private static void Key(ListBuilder list, string key, string type, int? length)
    {
        if (type != "iplsearch" && key.Contains('.', StringComparison.Ordinal) && !EximAddress.TryParseNetwork(key, out _)) key = key.Replace('.', ':');
        if (!EximAddress.TryParseNetwork(key, out var network)) return;
        var width = network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        var hasMask = key.Contains('/', StringComparison.Ordinal);
        // Only the very text of the masked address is found: with a mask in net24-, without one in net-.
        if (length is { } n ? hasMask && network.PrefixLength == n && key == $"{network.BaseAddress}/{n}" : !hasMask && key == network.BaseAddress.ToString() && network.PrefixLength == width)
            Network(list, network, key);
    }

    private static void Name(ListBuilder list, string item)
    {
        if (string.Equals(item, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            Network(list, new IPNetwork(IPAddress.Loopback, 32), item);
            Network(list, new IPNetwork(IPAddress.IPv6Loopback, 128), item);
            return;
        }

        if (list.Context.World.Options.Snapshots.TryGetValue($"host;{item}", out var addresses))
        {
            var known = addresses.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
            foreach (var address in known)
                if (EximAddress.TryParseNetwork(address, out var network)) Network(list, network, item);
            if (known.Length == 0) list.AddUnknownHost(Always.Instance);
            return;
        }

        list.Context.World.Cover(list.Origin, item, Coverage.Conditional, "the addresses of a name are the DNS's to say");
        list.AddUnknownHost(new Opaque($"host;{item} exists not", "", 1, list.Origin));
        list.Add(Choices.If(new SubjectOpaque($"host;{item}", list.Subject, list.Origin) { MayFail = list.IncludesDeferred is null }, Truth.Yes, Truth.No));
    }

    private static void ByName(ListBuilder list, string item)
    {
        list.NeedName();
        var name = ListSubject.Of(Source.EximListKind.Domain, AttemptPart.HostName);
        if (item.Contains(';', StringComparison.Ordinal) && !item.StartsWith('^') && !item.StartsWith('*')) LookupItems.Add(list, name, item);
        else if (TextPatterns.Of(item) is not { } matcher)
        {
            list.Problem(ConfigProblemKind.BadValue, $"{item} is no regular expression; Exim answers 421 to every attempt that reaches it", "Correct the expression");
            list.Add(Always.Instance, Truth.Panic);
        }
        else if (list.IncludesUnknown != false) list.Add(AttemptPart.HostName, null, matcher);
        else
        {
            // Without a name the item is passed over, even where it would match nothing at all.
            var leaf = new PartLeaf(AttemptPart.HostName, [matcher], item, list.Origin);
            list.Add(Choices.If(Logic.And(Logic.Not(NameUnknown.Any), leaf), Truth.Yes, Truth.No));
        }
    }
}
