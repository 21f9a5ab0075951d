using System.Collections.Immutable;
using System.Net;
using Gatepost.Mta.Sendmail.Addresses;
using Gatepost.Mta.Sendmail.Settings;
using Gatepost.Mta.Sendmail.Tables;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>What all rules of a configuration share: classes, tables, and the questions that several rulesets ask.</summary>
internal sealed class PolicyParts
{
    public PolicyParts(SendmailSettings settings, AddressSettings addresses, Canonifier canonifier, bool isAccessBroken)
    {
        (Settings, Addresses, Canonifier, IsAccessBroken) = (settings, addresses, canonifier, isAccessBroken);
        Local = addresses.Local;
        Relayed = addresses.Relayed;
        VirtualHosts = settings.Class("VirtHost");
        Classes = RecipientClasses.Of(this);
        ClientIsRelayed = new ClientIn("$=R", [.. Networks(Relayed, ClientText.Network)]);
        ClientIsOwn = new ClientIn("[client] in $=w", [.. Networks(Local, ClientText.Literal)]);
    }

    public SendmailSettings Settings { get; }

    public AddressSettings Addresses { get; }

    public Canonifier Canonifier { get; }

    public AccessTable? Access => Addresses.Access;

    /// <summary>True where the access table cannot be opened, so that every lookup fails for now.</summary>
    public bool IsAccessBroken { get; }

    public SendmailClass Local { get; }

    public SendmailClass Relayed { get; }

    public SendmailClass VirtualHosts { get; }

    public Condition Classes { get; }

    /// <summary>The client's address begins with a member of $=R.</summary>
    public ClientIn ClientIsRelayed { get; }

    /// <summary>The client's address in brackets is a member of $=w.</summary>
    public ClientIn ClientIsOwn { get; }

    public bool IsDelayed => Settings.Has("delay_checks");

    public Origin AccessOrigin => Settings.Maps.TryGetValue("access", out var map) ? map.Origin : Origin.Default;

    /// <summary>The reply to REJECT where it names an address, or none.</summary>
    public ReplyText Reject(string? place) =>
        Settings.Option("RejectMessage") is { } own ? ErrorReply.Of(null, own.Value, place) : ErrorReply.Of("5.7.1", "\"550 Access denied\"", place);

    /// <summary>The client's verified name. No name in DNS ends in a label that begins with a digit, so that an entry for a network is no entry for names.</summary>
    public static string? VerifiedName(Session session)
    {
        if (session.Attempt.Name is not { Status: NameStatus.Verified, Name: { Length: > 0 } written }) return null;
        var name = written.TrimEnd('.');
        return name.Length == 0 || char.IsAsciiDigit(name[name.LastIndexOf('.') + 1]) ? null : name;
    }

    /// <summary>The client's name leads back to it, or does not in a way that is named.</summary>
    public static SendmailLeaf NameIs(NameStatus status) => new(
        status switch { NameStatus.Verified => "client_resolve is OK", NameStatus.Forged => "client_resolve is FORGED", NameStatus.Temporary => "client_resolve is TEMP", _ => "client_resolve is FAIL" },
        Dimension.Name, 1, s => Answer.Of(Status(s) == status), static _ => { });

    /// <summary>The networks of a class, by its members.</summary>
    private static IEnumerable<NetworkEntry> Networks(SendmailClass members, Func<string, IPNetwork?> read) =>
        members.Members.Select(m => (Network: read(m.Key), m.Key, m.Value)).Where(static m => m.Network is not null).OrderByDescending(static m => m.Network!.Value.PrefixLength)
            .Select(static m => new NetworkEntry(m.Network!.Value, 1, m.Key, m.Value));

    /// <summary>The keys of the access table that ruleset A, or D for a literal, finds for client addresses: the longest first, with the tag before without.</summary>
    public IEnumerable<NetworkEntry> AccessNetworks(string tag, Func<string, IPNetwork?> read, Func<MapValue, int> answer) =>
        from entry in Access?.Map.Entries ?? []
        let tagged = Marks.KeyOf(entry.Key, tag, withPlain: false)
        let network = read(tagged ?? entry.Key.ToLowerInvariant())
        where network is not null
        orderby network.Value.PrefixLength descending, tagged is null
        select new NetworkEntry(network.Value, Access!.Skips && entry.IsSkip ? 0 : answer(entry), entry.Key, entry.Origin);

    /// <summary>A refusal whose text names the client's address: of IPv6 the text is not known, since Sendmail writes it in full.</summary>
    public static ImmutableArray<Rule> RefuseNamingClient(string text, Condition when, string reply, Origin origin)
    {
        var known = ReplyText.Of(reply);
        return
        [
            Rule.Of(text, new AllOf([when, IsIPv6]), new Verdict.Refuse(known with { Text = null }), origin),
            Rule.Of(text, when, new Verdict.Refuse(known), origin),
        ];
    }

    /// <summary>The client has an IPv6 address.</summary>
    public static ClientIn IsIPv6 { get; } = new("IPv6", [new NetworkEntry(new IPNetwork(IPAddress.IPv6None, 0), 1, "::/0", Origin.Default)]);

    private static NameStatus Status(Session session) => session.Attempt.Name.Status == NameStatus.Verified && VerifiedName(session) is null ? NameStatus.Missing : session.Attempt.Name.Status;
}
