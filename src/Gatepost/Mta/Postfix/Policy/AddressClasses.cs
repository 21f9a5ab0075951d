using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Addresses;
using Gatepost.Mta.Postfix.Matching;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Policy;

/// <summary>What a domain is to the server, in the order in which Postfix asks: local, virtual alias, virtual mailbox, relay.</summary>
internal sealed class AddressClasses
{
    private static readonly AddressClass[] Order = [AddressClass.Local, AddressClass.Alias, AddressClass.Virtual, AddressClass.RelayDomain];

    private readonly NameStyle _relayStyle;
    private readonly OwnAddresses _own;
    private readonly ImmutableArray<ImmutableArray<ListItem>> _lists;
    private readonly NameList _local;

    private readonly TableFault? _brokenTransport;

    /// <summary>Reads the lists of the rewriting service.</summary>
    public AddressClasses(PostfixSettings rewrite, MatchLists lists, OwnAddresses own, AddressRules rules)
    {
        (_own, Rules) = (own, rules);
        _brokenTransport = lists.Maps(rewrite.Get("transport_maps")).Concat(lists.Maps(rewrite.Get("relocated_maps"))).FirstOrDefault(static t => t.Fault is not null)?.Fault;
        _relayStyle = StyleOf(rewrite, "relay_domains");
        Settings = [rewrite.Get("mydestination"), rewrite.Get("virtual_alias_domains"), rewrite.Get("virtual_mailbox_domains"), rewrite.Get("relay_domains")];
        _lists = [.. Settings.Select(lists.Read)];
        RecipientDomain = AttemptText.RecipientDomain(rules);
        SenderDomain = AttemptText.SenderDomain(rules);
        _local = new NameList("mydestination", RecipientDomain, [.. _lists[0].Where(static i => i.Outside is null)], NameStyle.Exact);
        Recipient = new FirstOf(Cases(RecipientDomain, static c => (int)c), (int)AddressClass.RelayDomain);
        CanFail = _brokenTransport is not null || _lists.Any(static l => l.Any(static i => i.Fault is not null || i.Outside is not null));
    }

    /// <summary>How addresses are completed.</summary>
    public AddressRules Rules { get; }

    /// <summary>mydestination, virtual_alias_domains, virtual_mailbox_domains and relay_domains.</summary>
    public ImmutableArray<Setting> Settings { get; }

    /// <summary>The items of the four lists.</summary>
    public ImmutableArray<ImmutableArray<ListItem>> Lists => _lists;

    /// <summary>How subdomains of relay_domains are matched.</summary>
    public NameStyle RelayStyle => _relayStyle;

    public AttemptText RecipientDomain { get; }

    public AttemptText SenderDomain { get; }

    /// <summary>The class of the recipient: the policy's own.</summary>
    public Condition Recipient { get; }

    /// <summary>True where a table of the lists is broken or may fail.</summary>
    public bool CanFail { get; }

    /// <summary>True for a local domain, as far as the configuration tells.</summary>
    public bool IsLocal(string domain)
    {
        var name = domain.EndsWith('.') ? domain.AsSpan(0, domain.Length - 1) : domain;
        return name.Length > 0 && name[^1] != '.' && (_local.Match(name).IsYes || _own.IsOwnLiteral(name));
    }

    /// <summary>The sender or the recipient is of one of some classes.</summary>
    public Condition Is(bool isSender, params AddressClass[] of) =>
        isSender ? new FirstOf(Cases(SenderDomain, c => of.Contains(c) ? 1 : 0), 1) : new ClassIs(Recipient, of);

    /// <summary>Which names a list's patterns match besides their equals.</summary>
    public static NameStyle StyleOf(PostfixSettings settings, string list) =>
        ListTokens.Split(settings.Get("parent_domain_matches_subdomains").Value).Contains(list, StringComparer.OrdinalIgnoreCase) ? NameStyle.Parent : NameStyle.DotParent;

    private ImmutableArray<FirstOf.Case> Cases(AttemptText domain, Func<AddressClass, int> value)
    {
        var cases = ImmutableArray.CreateBuilder<FirstOf.Case>();
        for (var i = 0; i < Order.Length; i++)
        {
            if (_lists[i].Length > 0)
                Add(cases, ListConditions.Names(Settings[i].Name, domain, _lists[i], i == 3 ? _relayStyle : NameStyle.Exact), Order[i]);
            if (i == 0) Add(cases, new OwnLiteral(domain, _own), Order[i]);
        }

        if (_brokenTransport is not null) cases.Add(new FirstOf.Case(new Broken(domain.Dimension, _brokenTransport), 0));
        return cases.ToImmutable();

        // The transport of an alias domain is not looked up.
        void Add(ImmutableArray<FirstOf.Case>.Builder to, Condition when, AddressClass of) => to.Add(new FirstOf.Case(
            _brokenTransport is null || of == AddressClass.Alias ? when : new AllOf([when, new Broken(domain.Dimension, _brokenTransport)]), value(of)));
    }
}
