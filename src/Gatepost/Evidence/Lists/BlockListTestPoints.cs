using System.Net;
using Gatepost.Evidence.Dns;

namespace Gatepost.Evidence.Lists;

/// <summary>The entries by which a list shows that it works (RFC 5782 section 5), as labels before the zone.</summary>
/// <param name="Kind">What lists they are for.</param>
/// <param name="Listed">What it must list.</param>
/// <param name="NotListed">What it must not list.</param>
internal sealed record BlockListTestPoints(BlockListKind Kind, string Listed, string NotListed)
{
    /// <summary>127.0.0.2 and 127.0.0.1.</summary>
    public static BlockListTestPoints IPv4 { get; } = Addresses("127.0.0.2", "127.0.0.1");

    /// <summary>::FFFF:7F00:2 and ::FFFF:7F00:1.</summary>
    public static BlockListTestPoints IPv6 { get; } = Addresses("::ffff:127.0.0.2", "::ffff:127.0.0.1");

    /// <summary>TEST and INVALID.</summary>
    public static BlockListTestPoints Domains { get; } = new(BlockListKind.Domains, "test", "invalid");

    private static BlockListTestPoints Addresses(string listed, string notListed) =>
        new(BlockListKind.Addresses, ReverseName.Labels(IPAddress.Parse(listed)), ReverseName.Labels(IPAddress.Parse(notListed)));
}
