using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>Restrictions by the client's address and name.</summary>
internal static class ClientRestrictions
{
    public static IEnumerable<KeyValuePair<string, Action<Restriction>>> All =>
    [
        new("permit_mynetworks", static r => r.Add(r.Parts.MyNetworks, r.LookupFailure(), [r.Scope.Permit])),
        new("permit_inet_interfaces", static r => r.Add(r.Parts.Own.Client(r.Origin), r.Scope.Permit)),
        new("reject_unknown_client_hostname", RejectUnknownName),
        new("reject_unknown_client", RejectUnknownName),
        new("reject_unknown_reverse_client_hostname", RejectUnknownReverseName),
    ];

    private static void RejectUnknownName(Restriction restriction) => RejectUnknown(restriction,
        new ClientNameLacks(static n => n.Status switch { NameStatus.Verified => 0, NameStatus.Temporary => 2, _ => 1 }),
        restriction.Parts.Server.Version >= 300 ? "4.7.25" : "4.7.1", "Client host rejected: cannot find your hostname, [{address}]");

    private static void RejectUnknownReverseName(Restriction restriction) => RejectUnknown(restriction,
        new ClientNameLacks(static n => n.Name is not null ? 0 : n.Status == NameStatus.Temporary ? 2 : 1),
        "4.7.1", "Client host rejected: cannot find your reverse hostname, [{address}]");

    private static void RejectUnknown(Restriction restriction, Condition lacks, string status, string text) =>
        restriction.Add(lacks, restriction.Refuse(restriction.Parts.Replies.Code("unknown_client_reject_code", 450), status, text), restriction.Refuse(450, status, text));

    private sealed class ClientNameLacks(Func<ClientName, int> answer) : Leaf
    {
        public override Dimension Dimension => Dimension.Name;

        public override int Answers => 2;

        public override void Mark(Landmarks landmarks)
        {
        }

        public override Answer Ask(Session session) => new(answer(session.Attempt.Name));

        public override string ToString() => "client name unknown";
    }
}
