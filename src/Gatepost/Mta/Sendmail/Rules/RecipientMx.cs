using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>DNS: 1 where the best MX of the recipient's domain is this server, 2 where it could not be asked.</summary>
internal sealed class RecipientMx(Origin origin) : Opaque("relay_based_on_MX", "recipient-domain", 2, origin)
{
    public override string Value(Session session) => session.Recipient.Domain;

    public override Answer Ask(Session session) => session.Recipient.Domain.Length == 0 ? Answer.No : base.Ask(session);
}
