using System.Collections.Immutable;
using Gatepost.Mta.Exim.Acls;
using Gatepost.Mta.Exim.Expansions;
using Gatepost.Mta.Exim.Lists;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Exim;

/// <summary>
/// What a recipient's domain is to the server. Exim has no such notion: a domain is local where the list local_domains has it, or the domains of a
/// router that delivers here (accept, redirect); virtual where such a router asks for no system user; a relay domain where relay_to_domains has it, or
/// the domains of a router to fixed hosts (manualroute), or a list of plain names in the ACL for RCPT. A list that has every domain makes none a relay
/// domain. What only a dnslookup router takes is other.
/// </summary>
internal static class EximClasses
{
    private const string Nobody = "no-domain-of-anyone.invalid";

    private static readonly ListSubject s_domain = ListSubject.Of(EximListKind.Domain, AttemptPart.Domain);

    public static Condition Of(EximWorld world)
    {
        var cases = ImmutableArray.CreateBuilder<FirstOf.Case>();
        void Add(string list, Origin origin, AddressClass value)
        {
            var context = new ExpansionContext(world, EximPhase.Rcpt);
            if (value == AddressClass.RelayDomain && HasEveryDomain(context, list, origin)) return;
            var own = ListReader.Read(context, list, s_domain, origin).Where(static t => t == Truth.Yes);
            if (!Logic.IsNever(own)) cases.Add(new FirstOf.Case(own, (int)value));
        }

        if (Named(world, "local_domains") is { } local) Add("+local_domains", local.Origin, AddressClass.Local);
        foreach (var router in world.Sections.Routers)
            if (router.Driver is "accept" or "redirect" && Own(world, router) is { } domains)
                Add(domains.Value, domains.Origin, router.Is("check_local_user") ? AddressClass.Local : AddressClass.Virtual);
        if (Named(world, "relay_to_domains") is { } relayed) Add("+relay_to_domains", relayed.Origin, AddressClass.RelayDomain);
        foreach (var router in world.Sections.Routers)
            if (router.Driver == "manualroute" && Own(world, router) is { } domains) Add(domains.Value, domains.Origin, AddressClass.RelayDomain);
        foreach (var element in AclDomains(world)) Add(element.Value, element.Origin, AddressClass.RelayDomain);
        return new FirstOf(cases.ToImmutable(), (int)AddressClass.RelayDomain);
    }

    /// <summary>The domains that the lists name, each once.</summary>
    public static ImmutableArray<OwnDomain> Domains(EximWorld world)
    {
        var found = new Dictionary<string, OwnDomain>(StringComparer.Ordinal);
        void Add(string list, Origin origin, AddressClass value, int depth)
        {
            if (depth > 8 || new ExpansionContext(world, EximPhase.Connect).Read(list, origin).Constant is not { } text) return;
            foreach (var item in EximText.Items(text))
            {
                if (item.StartsWith('+') && Named(world, item[1..]) is { } named) Add(named.Value, named.Origin, value, depth + 1);
                var name = item == "@" ? world.PrimaryHostname : item;
                if (IsPlain(name)) found.TryAdd(name.ToLowerInvariant(), new OwnDomain(name.ToLowerInvariant(), value, origin));
            }
        }

        if (Named(world, "local_domains") is { } local) Add(local.Value, local.Origin, AddressClass.Local, 0);
        foreach (var router in world.Sections.Routers)
            if (router.Driver is "accept" or "redirect" && Own(world, router) is { } domains)
                Add(domains.Value, domains.Origin, router.Is("check_local_user") ? AddressClass.Local : AddressClass.Virtual, 0);
        if (Named(world, "relay_to_domains") is { } relayed) Add(relayed.Value, relayed.Origin, AddressClass.RelayDomain, 0);
        foreach (var element in AclDomains(world)) Add(element.Value, element.Origin, AddressClass.RelayDomain, 0);
        return [.. found.Values];
    }

    private static EximNamedList? Named(EximWorld world, string name) => world.Sections.Lists.GetValueOrDefault((EximListKind.Domain, name));

    // The domains of a router, where they are some and not all but some.
    private static EximSetting? Own(EximWorld world, EximDriver router)
    {
        if (router.Find("domains") is not { } domains) return null;
        return HasEveryDomain(new ExpansionContext(world, EximPhase.Rcpt), domains.Value, domains.Origin) ? null : domains;
    }

    private static bool HasEveryDomain(ExpansionContext context, string list, Origin origin) =>
        context.Read(list, origin).Constant is not { } text
        || ListReader.Decide(ListReader.ReadPlain(context, text, ListSubject.Of(EximListKind.Domain, Nobody), origin), null) is not Truth.No;

    // What statements of the ACL for RCPT accept by plain names and lists.
    private static IEnumerable<AclElement> AclDomains(EximWorld world)
    {
        if (world.Option("acl_smtp_rcpt") is not { } setting) yield break;
        foreach (var acl in world.Sections.Acls.Values)
        {
            if (!setting.Value.Contains(acl.Name, StringComparison.Ordinal)) continue;
            foreach (var statement in AclReader.Read(acl.Lines, new EximFindings([])) ?? [])
                foreach (var element in statement.Elements)
                    if (statement.Verb is AclVerb.Accept or AclVerb.Require && element is { Name: "domains", IsNegated: false } && EximText.Items(element.Value).TrueForAll(IsPlainItem)) yield return element;
        }
    }

    private static bool IsPlainItem(string item) => item is "@" or "@[]" || item.StartsWith('+') || IsPlain(item) || (item.Contains("lsearch;", StringComparison.Ordinal) && !item.Contains('$', StringComparison.Ordinal)) || item.StartsWith("dsearch;", StringComparison.Ordinal);

    private static bool IsPlain(string item) => item.Contains('.', StringComparison.Ordinal) && item.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
