using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Acls;

/// <summary>A condition or a modifier of a statement.</summary>
/// <param name="Name">Its name: <c>hosts</c>; of an assignment <c>set acl_m_x</c>.</param>
/// <param name="Value">What stands behind the equals sign, not expanded.</param>
/// <param name="IsNegated">True with <c>!</c> before it.</param>
/// <param name="Origin">Where it stands.</param>
internal sealed record AclElement(string Name, string Value, bool IsNegated, Origin Origin)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(IsNegated ? "!" : "")}{Name}{(Name == "endpass" ? "" : $" = {Value}")}";
}
