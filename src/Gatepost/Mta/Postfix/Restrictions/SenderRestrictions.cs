namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>Restrictions by the sender; the null sender passes all of them.</summary>
internal static class SenderRestrictions
{
    public static IEnumerable<KeyValuePair<string, Action<Restriction>>> All =>
    [
        new("reject_non_fqdn_sender", static r => MailRestrictions.RejectNonFqdn(r, isSender: true)),
        new("reject_unknown_sender_domain", static r => MailRestrictions.RejectUnknownDomain(r, isSender: true)),
        new("reject_unknown_address", static r => MailRestrictions.RejectUnknownDomain(r, isSender: true)),
        new("reject_unlisted_sender", static r =>
        {
            if (r.Scope.Context.KnowsSender) r.Add(Relay.Conditions.Always.Instance, r.Enter([.. UnlistedAddresses.Rules(r, isSender: true)]));
        }),
    ];
}
