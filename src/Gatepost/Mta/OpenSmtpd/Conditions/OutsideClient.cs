using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>The client's address is in a table whose content is not at hand.</summary>
internal sealed class OutsideClient(string source, Origin origin) : Opaque(source, "client", 1, origin)
{
    public override string Value(Session session) => session.Client.ToString();
}
