using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>The name of a client's address.</summary>
/// <param name="Address">The address.</param>
/// <param name="State">Whether its name is confirmed.</param>
/// <param name="Names">The names that PTR gives.</param>
public sealed record ClientNameSurvey(IPAddress Address, ClientNameState State, IReadOnlyList<string> Names)
{
    /// <summary>The name that leads back to the address; null where there is none.</summary>
    public string? Verified { get; init; }

    /// <summary>Whether the given HELO name leads to the address; null where none was given or it could not be looked up.</summary>
    public bool? HeloLeadsBack { get; init; }

    /// <summary>Half a sentence with the names.</summary>
    public required string Says { get; init; }

    /// <summary>Every response.</summary>
    public IReadOnlyList<DnsResponse> Wire { get; init; } = [];
}
