using System.Net;
using System.Net.Sockets;
using Gatepost.Mta.Exim.Expansions;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>A network, matched against an address in text form.</summary>
internal sealed class NetworkMatcher(IPNetwork network, string written) : Matcher
{
    public IPNetwork Network { get; } = network;

    public string Written { get; } = written;

    public override bool IsMatch(string lower, string written) => EximAddress.TryParse(lower, out var address) && Holds(Network, address);

    public override void Mark(Landmarks landmarks, PartKind kind) => landmarks.Network(Network);

    /// <summary>True where an address, which may be a mapped one, lies in a network.</summary>
    public static bool Holds(IPNetwork network, IPAddress address) =>
        network.Contains(address.IsIPv4MappedToIPv6 && network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? address.MapToIPv4() : address);
}
