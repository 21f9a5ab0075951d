using Gatepost.RealServers.Differential.Postfix;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Exim;

/// <summary>What the DNS of the cases knows.</summary>
internal sealed class EximKnowledge(NameWorld world) : Knowledge
{
    public override Answer? Ask(Opaque condition, Session session) => condition.Source switch
    {
        "addresses of the HELO name" => Answer.Of(world.Find(condition.Value(session), RecordType.A).Records.Any(r => r.Value == session.Client.ToString())),
        _ => null,
    };
}
