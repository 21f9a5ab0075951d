using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>The machine's users and aliases: yes where none has the name that a recipient ends at.</summary>
internal sealed class UnknownUser(LocalDelivery delivery, LocalUsers users) : Opaque("passwd", "recipient", 1, users.Origin)
{
    public override string Value(Session session) => delivery.LocalName(session) ?? "";

    public override Answer Ask(Session session) => delivery.LocalName(session) is not { } name || (users.PassesOnBareNames && session.Recipient.Domain.Length == 0) ? Answer.No
        : users.Has(name) is { } has ? Answer.Of(!has) : base.Ask(session);
}
