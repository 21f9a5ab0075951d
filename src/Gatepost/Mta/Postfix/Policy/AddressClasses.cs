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
    private readonly ImmutableArray<NameList> _known;
    private readonly ImmutableArray<PostfixTable> _transports;
    private readonly ImmutableArray<PostfixTable> _relocated;

    /// <summary>Reads the lists of the rewriting service.</summary>
    public AddressClasses(PostfixSettings rewrite, MatchLists lists, OwnAddresses own, AddressRules rules)
    {
        (_own, Rules) = (own, rules);
        _transports = [.. lists.Maps(rewrite.Get("transport_maps")).Where(static t => t.Outside is null)];
        _relocated = [.. lists.Maps(rewrite.Get("relocated_maps")).Where(static t => t.Outside is null)];
        TransportKeys = new MailKeys(rewrite, StyleOf(rewrite, "transport_maps") == NameStyle.DotParent, IsLocal, keepsCase: true);
        _relayStyle = StyleOf(rewrite, "relay_domains");
        Settings = [rewrite.Get("mydestination"), rewrite.Get("virtual_alias_domains"), rewrite.Get("virtual_mailbox_domains"), rewrite.Get("relay_domains")];
        _lists = [.. Settings.Select(lists.Read)];
        RecipientDomain = AttemptText.RecipientDomain(rules);
        SenderDomain = AttemptText.SenderDomain(rules);
        _known = [.. Settings.Index().Select(s => new NameList(s.Item.Name, RecipientDomain, _lists[s.Index].RemoveAll(static i => i.Outside is not null), Style(s.Index)))];
        Recipient = new FirstOf(Cases(RecipientDomain, static c => (int)c), (int)AddressClass.RelayDomain);
        CanFail = _transports.Concat(_relocated).Any(static t => t.Fault is not null) || _lists.Any(static l => l.Any(static i => i.Fault is not null || i.Outside is not null));
    }

    /// <summary>How addresses are completed.</summary>
    public AddressRules Rules { get; }

    /// <summary>mydestination, virtual_alias_domains, virtual_mailbox_domains and relay_domains.</summary>
    public ImmutableArray<Setting> Settings { get; }

    /// <summary>The items of the four lists.</summary>
    public ImmutableArray<ImmutableArray<ListItem>> Lists => _lists;

    /// <summary>How subdomains of relay_domains are matched.</summary>
    public NameStyle RelayStyle => _relayStyle;

    /// <summary>Makes the keys of transport_maps and relocated_maps.</summary>
    public MailKeys TransportKeys { get; }

    public AttemptText RecipientDomain { get; }

    public AttemptText SenderDomain { get; }

    /// <summary>The class of the recipient: the policy's own.</summary>
    public Condition Recipient { get; }

    /// <summary>True where a table of the lists is broken or may fail.</summary>
    public bool CanFail { get; }

    /// <summary>Whether a domain is local, as far as the configuration tells; a fault where mydestination is broken before it matches.</summary>
    public Answer Locality(string domain)
    {
        var name = domain.EndsWith('.') ? domain.AsSpan(0, domain.Length - 1) : domain;
        if (name.Length == 0 || name[^1] == '.') return Answer.No;
        var listed = _known[0].Match(name);
        return listed.Value == 0 ? Answer.Of(_own.IsOwnLiteral(name)) : listed;
    }

    /// <summary>True for a local domain, as far as the configuration tells.</summary>
    public bool IsLocal(string domain) => Locality(domain).IsYes;

    /// <summary>True where the rewriting service gives up at a broken list or table. It looks at the whole address only after that.</summary>
    public bool GivesUp(ResolvedAddress address)
    {
        var of = 0;
        for (; of < _known.Length; of++)
        {
            var answer = of == 0 ? Locality(address.Domain) : _known[of].Match(address.Domain);
            if (answer.IsFault) return true;
            if (answer.IsYes) break;
        }

        return (of != 1 && TransportKeys.Find(_transports, address, MailSearch.Transport, out _).IsFault) || TransportKeys.Find(_relocated, address, MailSearch.Map, out _).IsFault;
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
                Add(cases, ListConditions.Names(Settings[i].Name, domain, _lists[i], Style(i)), Order[i]);
            if (i == 0) Add(cases, new OwnLiteral(domain, _own), Order[i]);
        }

        Add(cases, Always.Instance, AddressClass.Other);
        return cases.ToImmutable();

        void Add(ImmutableArray<FirstOf.Case>.Builder to, Condition when, AddressClass of) =>
            to.Add(new FirstOf.Case(WhereNotBroken(when, domain.Dimension == Dimension.Sender, of), value(of)));
    }

    private NameStyle Style(int list) => list == 3 ? _relayStyle : NameStyle.Exact;

    // Once the class is found the other tables are asked; the transport of an alias domain is not looked up.
    private Condition WhereNotBroken(Condition when, bool isSender, AddressClass of)
    {
        var conditions = ImmutableArray.Create(when);
        if (of != AddressClass.Alias) Ask("transport_maps", _transports, MailSearch.Transport);
        Ask("relocated_maps", _relocated, MailSearch.Map);
        return conditions.Length == 1 ? when : new AllOf(conditions);

        void Ask(string name, ImmutableArray<PostfixTable> tables, MailSearch search)
        {
            if (tables.FirstOrDefault(static t => t.Fault is not null) is not { Fault.Origin: var origin }) return;
            var asked = new MailMaps(name, isSender, tables, TransportKeys, search, Rules).Cased(origin);
            conditions = conditions.Add(new AnyOf([asked, Always.Instance]));
        }
    }
}
