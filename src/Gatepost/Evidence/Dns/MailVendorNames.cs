namespace Gatepost.Evidence.Dns;

/// <summary>A provider with the names by which customers' records name it.</summary>
/// <param name="Vendor">The provider.</param>
/// <param name="Mx">Names in MX records. One that begins with a dot stands for all names below; a star for any text.</param>
/// <param name="Spf">Names in SPF records, in the same form.</param>
public sealed record MailVendorNames(MailVendor Vendor, IReadOnlyList<string> Mx, IReadOnlyList<string> Spf)
{
    /// <summary>True where one of the patterns stands for the name.</summary>
    internal static bool Matches(IReadOnlyList<string> patterns, string name)
    {
        foreach (var pattern in patterns)
        {
            var star = pattern.IndexOf('*', StringComparison.Ordinal);
            var matches = pattern[0] == '.' ? name.Length > pattern.Length && name.EndsWith(pattern, StringComparison.OrdinalIgnoreCase)
                : star < 0 ? string.Equals(name, pattern, StringComparison.OrdinalIgnoreCase)
                : name.Length >= pattern.Length && name.StartsWith(pattern[..star], StringComparison.OrdinalIgnoreCase)
                    && name.EndsWith(pattern[(star + 1)..], StringComparison.OrdinalIgnoreCase);
            if (matches) return true;
        }

        return false;
    }
}
