using System.Net;

namespace Gatepost.RealServers.Worlds;

/// <summary>A block list (RFC 5782) of the run's own.</summary>
internal static class BlockList
{
    public const string Zone = "blocklist.example";

    /// <summary>Puts an address on it.</summary>
    public static void List(Scene scene, IPAddress address) => scene.Zone(Zone,
        "2.0.0.127 A 127.0.0.2",
        "2.0.0.127 TXT \"Test entry\"",
        $"{string.Join('.', address.GetAddressBytes().Reverse())} A 127.0.0.2",
        $"{string.Join('.', address.GetAddressBytes().Reverse())} TXT \"Listed, see https://{Zone}/\"");
}
