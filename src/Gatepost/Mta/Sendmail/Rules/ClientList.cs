using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>A list in DNS that the client's address may stand on.</summary>
internal sealed class ClientList(string source, Origin origin) : Opaque(source, "client", 1, origin)
{
    public override string Value(Session session) => session.Client.ToString();
}
