using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>A server that an MX record (or the implicit MX) names.</summary>
/// <param name="Preference">The preference, lower first; 0 for the implicit MX.</param>
/// <param name="Name">Its name as the record has it.</param>
/// <param name="State">Whether it can be used.</param>
/// <param name="Addresses">Its addresses, IPv6 and IPv4, also those that cannot be used.</param>
public sealed record MailHost(int Preference, string Name, MailHostState State, IReadOnlyList<IPAddress> Addresses)
{
    /// <summary>Where its name is an alias: the canonical name.</summary>
    public string? Canonical { get; init; }
}
