using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Gatepost.Mta.Exim.Lookups;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>A configuration with all that its strings, lists and ACLs may look at, as one port of the server sees it.</summary>
internal sealed class EximWorld
{
    private ImmutableArray<IPNetwork>? _ownAddresses;

    public required EximSections Sections { get; init; }

    public required LookupFiles Lookups { get; init; }

    public required EximFindings Findings { get; init; }

    public required ReadingOptions Options { get; init; }

    /// <summary>The port that the client reached; null where it is not known.</summary>
    public int? Port { get; init; }

    public required string PrimaryHostname { get; init; }

    public required string QualifyDomain { get; init; }

    public required string QualifyRecipient { get; init; }

    /// <summary>Counts what is read, so that ACLs that enter each other many times over come to an end.</summary>
    public EximBudget Budget { get; } = new();

    /// <summary>The server's own addresses: <c>@[]</c>. Those of local_interfaces, or those of the machine where that names no addresses, or all (host_find_interfaces in host.c).</summary>
    public ImmutableArray<IPNetwork> OwnAddresses => _ownAddresses ??= FindOwnAddresses();

    /// <summary>The names of the authenticators that a client can log in by, with their mechanisms in capitals.</summary>
    public IReadOnlyList<(string Name, string Mechanism)> Authenticators { get; init; } = [];

    /// <summary>The value of a main option, with its macros but not expanded.</summary>
    public EximSetting? Option(string name) => Sections.Option(name);

    public bool IsOn(string name, bool byDefault = false) => Option(name) is { } setting ? setting.Value == "true" : byDefault;

    /// <summary>The name of the authenticator that a mechanism belongs to.</summary>
    public string AuthenticatorOf(string mechanism)
    {
        foreach (var (name, of) in Authenticators)
            if (string.Equals(of, mechanism, StringComparison.OrdinalIgnoreCase)) return name;
        return mechanism.ToLowerInvariant();
    }

    public void Cover(Origin origin, string setting, Coverage coverage, string? because = null) => Findings.Cover(origin, setting, coverage, because);

    private ImmutableArray<IPNetwork> FindOwnAddresses()
    {
        ImmutableArray<IPNetwork> machine = [Host(IPAddress.Loopback), Host(IPAddress.IPv6Loopback), .. Options.Addresses.IsEmpty ? Options.Interfaces : Options.Addresses.Select(Host)];
        return EximListeners.Addresses(Sections) is not { } named ? machine
            : [.. named.SelectMany(a => a.Equals(IPAddress.Any) || a.Equals(IPAddress.IPv6Any) ? machine.Where(m => m.BaseAddress.AddressFamily == a.AddressFamily) : [Host(a)])];
    }

    private static IPNetwork Host(IPAddress address) => new(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
}
