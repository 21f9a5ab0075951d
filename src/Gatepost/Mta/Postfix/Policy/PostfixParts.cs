using Gatepost.Mta.Postfix.Matching;
using Gatepost.Mta.Postfix.Restrictions;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Policy;

/// <summary>What the policy of one SMTP server is made of.</summary>
internal sealed class PostfixParts
{
    private Condition? _myNetworks;

    /// <summary>The parameters as the SMTP server sees them.</summary>
    public required PostfixSettings Server { get; init; }

    /// <summary>The parameters as the rewriting service sees them.</summary>
    public required PostfixSettings Rewrite { get; init; }

    public required PostfixTables Tables { get; init; }

    public required MatchLists Lists { get; init; }

    /// <summary>The classes, by the rewriting service's parameters.</summary>
    public required AddressClasses Classes { get; init; }

    /// <summary>Makes the keys of access tables and maps.</summary>
    public required MailKeys Keys { get; init; }

    /// <summary>Makes the keys of transport_maps.</summary>
    public required MailKeys TransportKeys { get; init; }

    public required OwnAddresses Own { get; init; }

    public required Replies Replies { get; init; }

    public required Report Report { get; init; }

    /// <summary>Where a word of a parameter's value stands.</summary>
    public required Func<Setting, string, Origin> OriginOf { get; init; }

    /// <summary>True where a login can be made.</summary>
    public required bool OffersLogin { get; init; }

    /// <summary>mynetworks.</summary>
    public Condition MyNetworks => _myNetworks ??= ListConditions.Clients("mynetworks", Lists.Read(Server.Get("mynetworks")), AddressClasses.StyleOf(Server, "mynetworks"));

    /// <summary>The client has logged in; null where it cannot.</summary>
    public Condition? LoggedIn => !OffersLogin ? null
        : Server.IsYes("smtpd_tls_auth_only") || Server.IsYes("smtpd_enforce_tls") ? new AllOf([new HasLogin(), new HasTls()]) : new HasLogin();

    /// <summary>The parent of a domain is looked up in access tables with a dot before it.</summary>
    public bool AsksDotParents => AddressClasses.StyleOf(Server, "smtpd_access_maps") == NameStyle.DotParent;
}
