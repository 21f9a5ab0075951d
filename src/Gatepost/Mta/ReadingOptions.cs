using System.Collections.Immutable;
using System.Net;

namespace Gatepost.Mta;

/// <summary>What a reader is told that the configuration does not say.</summary>
public sealed record ReadingOptions
{
    /// <summary>The server's own addresses with their networks: Postfix's default mynetworks, Exim's <c>@[]</c>. Loopback is always among them.</summary>
    public ImmutableArray<IPNetwork> Interfaces { get; init; } = [];

    /// <summary>The server's own addresses, where <see cref="Interfaces"/> gives the networks that they are in.</summary>
    public ImmutableArray<IPAddress> Addresses { get; init; } = [];

    /// <summary>The machine's own name, where the configuration leaves it to the system.</summary>
    public string HostName { get; init; } = "localhost.localdomain";

    /// <summary>The server's version where known, as <c>3.7</c>; null: the newest that is modelled.</summary>
    public string? Version { get; init; }

    /// <summary>Contents of outside tables, as <c>key value</c> lines: source as configured (<c>mysql:/etc/postfix/domains.cf</c>) to text.</summary>
    public ImmutableDictionary<string, string> Snapshots { get; init; } = ImmutableDictionary<string, string>.Empty;
}
