namespace Gatepost.Evidence.Dialog;

/// <summary>Compares a certificate's name with a host's: RFC 6125 section 6.4.3, where an asterisk is the whole left-most label or nothing.</summary>
internal static class HostPattern
{
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> host)
    {
        pattern = pattern.TrimEnd('.');
        host = host.TrimEnd('.');
        if (host.IsEmpty) return false;
        if (!pattern.StartsWith("*.")) return pattern.Equals(host, StringComparison.OrdinalIgnoreCase);
        var dot = host.IndexOf('.');
        return dot > 0 && pattern[1..].IndexOf('*') < 0 && pattern[2..].Contains('.') && pattern[1..].Equals(host[dot..], StringComparison.OrdinalIgnoreCase);
    }
}
