using Gatepost.Mta.Postfix.Matching;
using Gatepost.Mta.Postfix.Policy;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>Restrictions by the recipient. Where it is not known yet they are passed over.</summary>
internal static class RecipientRestrictions
{
    private static readonly AddressClass[] Ours = [AddressClass.Local, AddressClass.Alias, AddressClass.Virtual, AddressClass.RelayDomain];

    public static IEnumerable<KeyValuePair<string, Action<Restriction>>> All =>
    [
        Known("reject_unauth_destination", static r => RejectUnauthorised(r, r.Parts.Replies.Code("relay_domains_reject_code", 554), "5.7.1")),
        Known("defer_unauth_destination", static r => RejectUnauthorised(r, r.Parts.Replies.Code("relay_domains_reject_code", 554) - 100, "4.7.1")),
        Known("permit_auth_destination", static r => r.Add(Authorised(r), r.LookupFailure("{recipient}"), [r.Scope.Permit])),
        new("check_relay_domains", CheckRelayDomains),
        Known("permit_mx_backup", PermitMxBackup),
        Known("reject_non_fqdn_recipient", static r => MailRestrictions.RejectNonFqdn(r, isSender: false)),
        Known("reject_unknown_recipient_domain", static r => MailRestrictions.RejectUnknownDomain(r, isSender: false)),
        Known("reject_unlisted_recipient", RejectUnlisted),
        Known("check_recipient_maps", RejectUnlisted),
    ];

    private static KeyValuePair<string, Action<Restriction>> Known(string name, Action<Restriction> make) => new(name, r =>
    {
        if (r.Scope.Context.KnowsRecipient) make(r);
    });

    public static Condition Authorised(Restriction restriction)
    {
        var isOurs = restriction.Parts.Classes.Is(isSender: false, Ours);
        return restriction.Parts.Server.IsYes("allow_untrusted_routing") ? isOurs : new AllOf([isOurs, new Not(AddressForm.IsRouted)]);
    }

    private static void RejectUnauthorised(Restriction restriction, int code, string status) =>
        restriction.Add(new Not(Authorised(restriction)), restriction.LookupFailure("{recipient}"), [restriction.Refuse(code, status, "<{recipient}>: Relay access denied")]);

    private static void CheckRelayDomains(Restriction restriction)
    {
        if (restriction.Parts.Server.Version >= 309)
        {
            restriction.Mistake(ConfigProblemKind.Outdated, "check_relay_domains is gone since Postfix 3.9; whoever reaches it gets 451 4.3.5", "write reject_unauth_destination");
            return;
        }

        restriction.Parts.Report.Problem(restriction.Origin, ConfigProblemKind.Outdated, "check_relay_domains also permits clients whose own name is in relay_domains, and is gone since Postfix 3.9", "write reject_unauth_destination");
        var classes = restriction.Parts.Classes;
        var fault = restriction.LookupFailure();
        restriction.Add(ListConditions.Names("relay_domains", AttemptText.ClientName, restriction.Parts.Lists.Read(restriction.Parts.Server.Get("relay_domains")), classes.RelayStyle), fault, [restriction.Scope.Permit]);
        if (!restriction.Scope.Context.KnowsRecipient) return;
        restriction.Add(Authorised(restriction), fault, [restriction.Scope.Permit]);
        restriction.Add(Always.Instance, restriction.Refuse(restriction.Parts.Replies.Code("relay_domains_reject_code", 554), "5.7.1", "<{recipient}>: Recipient address rejected: Relay access denied"));
    }

    private static void PermitMxBackup(Restriction restriction)
    {
        restriction.AskClasses(isSender: false);
        var asked = new PostfixOpaque("dns MX (permit_mx_backup)", "recipient-mx", 2, restriction.Origin, static s => s.Recipient.Domain);
        List<Rule> rules = [];
        if (!restriction.Parts.Server.IsYes("allow_untrusted_routing")) rules.Add(restriction.Rule(AddressForm.IsRouted, Verdict.Leave.Instance));
        rules.Add(restriction.Rule(restriction.Parts.Classes.Is(isSender: false, Ours), restriction.Scope.Permit));
        rules.Add(restriction.Rule(new AddressForm("literal", Dimension.Recipient, static a => a.Domain is ['[', .., ']']), Verdict.Leave.Instance));
        rules.Add(restriction.Rule(asked, restriction.Scope.Permit, restriction.DeferIfReject(450, "4.4.4", null)));
        restriction.Add(Always.Instance, restriction.Enter([.. rules]));
    }

    private static void RejectUnlisted(Restriction restriction) =>
        restriction.Add(Always.Instance, restriction.Enter([.. UnlistedAddresses.Rules(restriction, isSender: false)]));
}
