using Gatepost.Evidence.Dns;

namespace Gatepost.Evidence.Lists;

/// <summary>The answer of one block list.</summary>
/// <param name="List">The list's zone: <c>zen.spamhaus.org</c>.</param>
/// <param name="Subject">The address or domain asked about.</param>
/// <param name="State">What it says.</param>
/// <param name="Codes">The return codes, as <c>127.0.0.2</c>.</param>
/// <param name="Says">Half a sentence: what the codes mean, or why the list cannot be trusted.</param>
public sealed record Listing(string List, string Subject, ListingState State, IReadOnlyList<string> Codes, string Says)
{
    /// <summary>The TXT record that explains it; hostile; null where there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// True where every code says only that the address is not meant to send directly (an end user's range): that is no bad
    /// reputation, and not mended by asking for removal but by sending through the provider's server.
    /// </summary>
    public bool IsPolicy { get; init; }

    /// <summary>Every response.</summary>
    public IReadOnlyList<DnsResponse> Wire { get; init; } = [];
}
