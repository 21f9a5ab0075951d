using System.Net.Sockets;
using Gatepost.Mta.OpenSmtpd.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>
/// The client's address as text (IPv6 in square brackets) matches a regular expression. Attempts are answered exactly; a proof lets it match any client, for
/// networks do not show where an expression begins to match.
/// </summary>
internal sealed class AddressMatches(RegexKeys keys, string table, Origin origin) : Opaque($"src regex {table}", "client", 1, origin)
{
    public override string Value(Session session)
    {
        var address = session.Client.ToAddress();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
    }

    public override Answer Ask(Session session)
    {
        if (session.Knowledge.Ask(this, session) is { } known) return known;
        return keys.Find(Value(session)) is { } entry ? new Answer(1) { At = entry.Origin, Key = entry.Key } : Answer.No;
    }
}
