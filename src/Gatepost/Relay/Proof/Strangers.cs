using System.Collections.Immutable;
using System.Net;
using Gatepost.Relay.Conditions;

namespace Gatepost.Relay.Proof;

/// <summary>
/// Who counts as a stranger: a client outside the trusted networks, without a login, or with the mechanism ANONYMOUS, that shows no certificate which the configuration names.
/// Addresses that no host has (<c>0.0.0.0/8</c>, multicast) are no clients at all.
/// </summary>
public sealed record Strangers
{
    private static readonly ImmutableArray<IPNetwork> Private = Read("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "fc00::/7", "fe80::/10");
    private static readonly ImmutableArray<IPNetwork> Hostless = Read("0.0.0.0/8", "224.0.0.0/4", "255.255.255.255/32", "::/128", "ff00::/8");

    /// <summary>Loopback.</summary>
    public static ImmutableArray<IPNetwork> Loopback { get; } = Read("127.0.0.0/8", "::1/128");

    /// <summary>Trust in loopback alone, and in the private ranges.</summary>
    public static Strangers Default { get; } = new();

    /// <summary>The networks whose clients may relay: those that the operator names, and the server's own addresses.</summary>
    public ImmutableArray<IPNetwork> Trusted { get; init; } = Loopback;

    /// <summary>True where clients from private ranges (RFC 1918, RFC 4193, RFC 6598, link-local) are trusted too. Meant for where the operator names no networks.</summary>
    public bool PrivateRangesAreTrusted { get; init; } = true;

    /// <summary>Domains, in lower case, whose verified client names are the operator's own: only who answers for their DNS can have such a name.</summary>
    public ImmutableArray<string> TrustedNames { get; init; } = [];

    /// <summary>True where any client certificate that the server verified counts as a login; otherwise only those that the configuration names.</summary>
    public bool VerifiedCertificatesAreTrusted { get; init; }

    /// <summary>The private ranges.</summary>
    public static ImmutableArray<IPNetwork> PrivateRanges => Private;

    /// <summary>True for a verified name in one of <see cref="TrustedNames"/>.</summary>
    internal bool Trusts(ClientName client) => client is { Status: NameStatus.Verified, Name: { } name }
        && TrustedNames.Any(t => name.EndsWith(t, StringComparison.OrdinalIgnoreCase) && (name.Length == t.Length || name[^(t.Length + 1)] == '.'));

    internal IEnumerable<IPNetwork> Cuts => [.. Trusted, .. Private, .. Hostless];

    /// <summary>Tells the clients apart; made once for many.</summary>
    internal Func<AddressKey, ClientKind> Kinds()
    {
        ImmutableArray<NetworkEntry> entries =
        [
            .. Entries(Hostless, ClientKind.Hostless), .. Entries(Trusted, ClientKind.Trusted),
            .. Entries(Private, PrivateRangesAreTrusted ? ClientKind.TrustedPrivate : ClientKind.Stranger),
        ];
        var ranges = new AddressRanges(entries);
        return client => ranges.Find(client) is >= 0 and var found ? (ClientKind)entries[found].Answer : ClientKind.Stranger;
    }

    private static IEnumerable<NetworkEntry> Entries(ImmutableArray<IPNetwork> networks, ClientKind kind) =>
        networks.Select(n => new NetworkEntry(n, (int)kind, n.ToString(), Origin.Default));

    private static ImmutableArray<IPNetwork> Read(params string[] networks) => [.. networks.Select(static n => IPNetwork.Parse(n))];
}
