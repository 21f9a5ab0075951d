using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>DNS: 0 where the sender's domain exists, 1 where it could not be asked, 2 where there is none.</summary>
internal sealed class SenderDns() : Opaque("dns", "sender-domain", 2, Origin.Default)
{
    public override string Value(Session session) => session.Sender.Domain;
}
