using Gatepost.Smtp;

namespace Gatepost.Diagnoses;

/// <summary>What names of hosts and addresses give away.</summary>
internal static class HostNames
{
    /// <summary>The domain of an address, lower case, without a final dot; null where there is none or it is a literal.</summary>
    public static string? DomainOf(string? address)
    {
        if (address is null) return null;
        var at = address.LastIndexOf('@');
        if (at < 0 || at == address.Length - 1 || address[at + 1] == '[') return null;
        return address[(at + 1)..].TrimEnd('.', '>', ' ').ToLowerInvariant();
    }

    /// <summary>True where both are names under the same registrable domain.</summary>
    public static bool Belongs(string? host, string? domain) =>
        Name(host) is { } ours && Name(domain) is { } theirs && ours.IsRelatedTo(theirs);

    /// <summary>What the first label of a name hints at: mx1 takes mail in, smtp-out sends it.</summary>
    public static HostRole Hint(string host)
    {
        var dot = host.IndexOf('.');
        if (dot <= 0) return HostRole.Unknown;
        var label = host.AsSpan(0, dot).TrimEnd("0123456789-");
        if (StartsWithAny(label, "smtp-in", "mail-in", "mta-in", "mxin", "smtpin", "mailin")) return HostRole.RecipientsMx;
        if (StartsWithAny(label, "smtp", "relay", "out", "outgoing", "outbound", "smarthost", "submission", "submit", "mailout", "mail-out", "msa", "send"))
            return HostRole.SendersOutgoing;
        return StartsWithAny(label, "mx", "in", "inbound", "incoming") ? HostRole.RecipientsMx : HostRole.Unknown;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> label, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!label.StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = label[name.Length..];
            if (rest.IsEmpty || rest[0] is '-' or '_' || (name.Length <= 2 && rest.Length == 1)) return true;
        }

        return false;
    }

    private static DomainName? Name(string? name) =>
        string.IsNullOrEmpty(name) || name[0] == '[' || char.IsAsciiDigit(name[^1]) ? null : DomainName.Parse(name) is { IsSingleLabel: false } domain ? domain : null;
}
