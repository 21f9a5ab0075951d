using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>The recipient's local part, without its tag, is a user that only the outside knows; or, with a name, this user is one.</summary>
internal sealed class OutsideUser(string source, char delimiter, string? user, Origin origin) : Opaque(source, user is null ? "recipient" : $"user {user}", 1, origin)
{
    public override string Value(Session session) => user ?? session.Recipient.LocalPart.Split(delimiter)[0];
}
