using System.Net;
using Gatepost.Evidence;

namespace Gatepost.Lab;

/// <summary>
/// The ways of a world: each address and port leads to a server on loopback, a port that nobody serves to one that refuses, an
/// address that is not in the world nowhere. Loopback itself stays as it is. Nothing leaves the machine.
/// </summary>
public sealed class LabRoutes : IRoutes
{
    private readonly Dictionary<IPEndPoint, IPEndPoint> _ways = [];
    private readonly HashSet<IPAddress> _hosts = [];
    private readonly IPEndPoint _refusing;
    private readonly (int Port, IPEndPoint Way)? _intercepted;

    internal LabRoutes(IEnumerable<(IPEndPoint Address, IPEndPoint Way)> ways, IPEndPoint refusing, (int Port, IPEndPoint Way)? intercepted)
    {
        foreach (var (address, way) in ways)
        {
            _ways[address] = way;
            _hosts.Add(address.Address);
        }

        (_refusing, _intercepted) = (refusing, intercepted);
    }

    /// <summary>The world's addresses and where each of them is, in the order of the addresses.</summary>
    public IReadOnlyList<(IPEndPoint Address, IPEndPoint Way)> Ways =>
        [.. _ways.Select(static w => (w.Key, w.Value)).OrderBy(static w => w.Key.Port).ThenBy(static w => w.Key.ToString(), StringComparer.Ordinal)];

    /// <inheritdoc/>
    public IPEndPoint? To(IPEndPoint address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (IPAddress.IsLoopback(address.Address)) return address;
        if (_intercepted is { } between && between.Port == address.Port) return between.Way;
        return _ways.TryGetValue(address, out var way) ? way : _hosts.Contains(address.Address) ? _refusing : null;
    }
}
