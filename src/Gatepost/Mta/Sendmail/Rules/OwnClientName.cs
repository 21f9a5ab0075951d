using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>
/// The client's verified name is in $=w: the client is this machine, or DNS of an own name leads to a stranger. The attempt answers it; to a proof it is a question about
/// the outside, since no stranger has such a name unless the own DNS gives it to them: the proof takes that it does not, and says so.
/// </summary>
internal sealed class OwnClientName : Opaque
{
    private readonly PolicyParts _parts;

    public OwnClientName(PolicyParts parts)
        : base("client name in $=w", "client-name", 1, Origin.Default)
    {
        _parts = parts;
        TakenForNo = "DNS gives the server's own names ($=w) to no stranger's address";
    }

    public override string Value(Session session) => PolicyParts.VerifiedName(session) ?? "";

    public override Answer Ask(Session session) =>
        session.Knowledge.Ask(this, session) ?? (PolicyParts.VerifiedName(session) is { } name ? Found.In(_parts.Local.Find(name)) : Answer.No);
}
