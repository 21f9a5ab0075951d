using Gatepost.Relay;

namespace Gatepost.Mta;

/// <summary>A domain that a configuration names as the server's own.</summary>
/// <param name="Name">The name in lower case.</param>
/// <param name="Class">As what.</param>
/// <param name="Origin">Where it stands.</param>
public sealed record OwnDomain(string Name, AddressClass Class, Origin Origin);
