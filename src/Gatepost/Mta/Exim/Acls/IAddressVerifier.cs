using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Acls;

/// <summary>Verifies an address by the routers: <c>verify = recipient</c>.</summary>
internal interface IAddressVerifier
{
    /// <summary>What verifying comes to: yes, no or deferred, with the words it leaves.</summary>
    /// <param name="context">Where the condition stands.</param>
    /// <param name="isSender">True for the sender, which is verified as a recipient of bounces.</param>
    /// <param name="options">What stands behind the slashes.</param>
    /// <param name="origin">Where the condition stands.</param>
    Choices<AclResult> Verify(ExpansionContext context, bool isSender, IReadOnlyList<string> options, Origin origin);
}
