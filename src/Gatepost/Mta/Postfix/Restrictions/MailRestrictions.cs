using Gatepost.Mta.Postfix.Addresses;
using Gatepost.Mta.Postfix.Matching;
using Gatepost.Mta.Postfix.Policy;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>Restrictions that senders and recipients have in common.</summary>
internal static class MailRestrictions
{
    public static void RejectNonFqdn(Restriction restriction, bool isSender)
    {
        if (isSender ? !restriction.Scope.Context.KnowsSender : !restriction.Scope.Context.KnowsRecipient) return;
        var (place, what) = Named(isSender);
        restriction.Add(new Computed("form of fqdn", isSender ? "sender" : "recipient", 1, restriction.Origin, session =>
        {
            var written = (isSender ? session.Sender : session.Recipient).Written.AsSpan();
            if (isSender && written.IsEmpty) return Answer.No;
            var at = written.LastIndexOf('@');
            var domain = at < 0 ? default : written[(at + 1)..];
            if (domain.Length > 1 && domain[0] == '[' && domain[^1] == ']') return Answer.No;
            domain = HeloRestrictions.WithoutFinalDot(domain);
            return Answer.Of(!HostSyntax.IsHostName(domain) || !domain.Contains('.'));
        }), restriction.Refuse(restriction.Parts.Replies.Code("non_fqdn_reject_code", 504), "4.5.2", $"<{place}>: {what} rejected: need fully-qualified address"));
    }

    public static void RejectUnknownDomain(Restriction restriction, bool isSender)
    {
        if (isSender ? !restriction.Scope.Context.KnowsSender : !restriction.Scope.Context.KnowsRecipient) return;
        var (place, what) = Named(isSender);
        var domain = isSender ? restriction.Parts.Classes.SenderDomain : restriction.Parts.Classes.RecipientDomain;
        var status = isSender ? "4.1.8" : "4.1.2";
        var text = $"<{place}>: {what} rejected: Domain not found";
        var asked = new PostfixOpaque("dns (MX, A, AAAA)", domain.Name, 3, restriction.Origin, domain.Of);
        restriction.AskClasses(isSender);
        restriction.Add(Always.Instance, restriction.Enter(
            restriction.Rule(restriction.Parts.Classes.Is(isSender, AddressClass.Local, AddressClass.Alias, AddressClass.Virtual), Verdict.Leave.Instance),
            restriction.Rule(new AddressForm("literal or none", domain.Dimension, static a => a.Domain.Length == 0 || a.Domain[0] == '['), Verdict.Leave.Instance),
            restriction.Rule(asked,
                restriction.Refuse(restriction.Parts.Replies.Code("unknown_address_reject_code", 450), status, text),
                restriction.OnTemporary("unknown_address_tempfail_action", 450, status, text),
                restriction.Refuse(isSender ? 550 : 556, isSender ? "4.7.27" : "4.1.10", $"<{place}>: {what} rejected: Domain {(isSender ? "{sender-domain}" : "{domain}")} does not accept mail (nullMX)"))));
    }

    public static (string Place, string What) Named(bool isSender) => isSender ? ("{sender}", ReplyClass.Sender) : ("{recipient}", ReplyClass.Recipient);
}
