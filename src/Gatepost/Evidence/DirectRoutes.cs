using System.Net;

namespace Gatepost.Evidence;

/// <summary>The Internet: every address is its own way.</summary>
public sealed class DirectRoutes : IRoutes
{
    /// <summary>The only one there is.</summary>
    public static DirectRoutes Instance { get; } = new();

    private DirectRoutes()
    {
    }

    /// <inheritdoc/>
    public IPEndPoint? To(IPEndPoint address) => address;
}
