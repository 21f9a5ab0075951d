using System.Globalization;
using System.Net;

namespace Gatepost.Cli.Audit;

/// <summary>Networks as people write them: an address alone, with a prefix length, with host bits.</summary>
internal static class NetworkText
{
    public static IPNetwork? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address)) return null;
        var bits = address.GetAddressBytes().Length * 8;
        if (slash >= 0 && (!int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > bits)) return null;
        return Masked(address, slash < 0 ? bits : int.Parse(text[(slash + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>The network of an address; null where the length does not fit.</summary>
    public static IPNetwork? Masked(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        if (length < 0 || length > bytes.Length * 8) return null;
        for (var i = 0; i < bytes.Length; i++)
        {
            var kept = Math.Clamp(length - (8 * i), 0, 8);
            bytes[i] &= (byte)(0xff << (8 - kept));
        }

        return new IPNetwork(new IPAddress(bytes), length);
    }
}
