using System.Globalization;

namespace Gatepost.Mta.OpenSmtpd;

/// <summary>The versions whose rules are known: 6.4 to 7.8.</summary>
internal static class SmtpdVersion
{
    /// <summary>The newest one.</summary>
    public const string Newest = "7.8";

    /// <summary>The version as major * 100 + minor: 6.8 is 608.</summary>
    public static int Of(ReadingOptions options)
    {
        var parts = (options.Version ?? Newest).Split('.');
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major is > 0 and < 1000
            ? (major * 100) + (parts.Length > 1 && int.TryParse(parts[1].TakeWhile(char.IsAsciiDigit).ToArray(), NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? Math.Min(minor, 99) : 0)
            : 708;
    }
}
