using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>The client has no name: there is none, it does not lead back to the address, or it cannot be looked up for now.</summary>
/// <param name="status">The one status asked for; null for all three.</param>
internal sealed class NameUnknown(NameStatus? status = null) : Leaf
{
    public static NameUnknown Any { get; } = new();

    public override Dimension Dimension => Dimension.Name;

    public override void Mark(Landmarks landmarks)
    {
    }

    public override Answer Ask(Session session)
    {
        var name = session.Attempt.Name;
        return Answer.Of(status is { } asked ? name.Status == asked : name is not { Status: NameStatus.Verified, Name: not null });
    }

    public override string ToString() => status is { } asked ? $"client name {asked.ToString().ToLowerInvariant()}" : "client name unknown";
}
