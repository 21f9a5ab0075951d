using System.Net;

namespace Gatepost.Evidence.Lists;

/// <summary>A block list in the DNS (RFC 5782) and what it means by its return codes.</summary>
/// <param name="Zone">Its zone, lower case: <c>zen.spamhaus.org</c>.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Kind">What it holds.</param>
public sealed record BlockList(string Zone, string Name, BlockListKind Kind)
{
    /// <summary>Its codes by the address in the A record, <c>127.0.0.2</c>; where <see cref="IsBitmask"/>, by the one bit that stands for each.</summary>
    public IReadOnlyDictionary<string, ReturnCode> Codes { get; init; } = new Dictionary<string, ReturnCode>();

    /// <summary>True where the last octet is a sum of codes.</summary>
    public bool IsBitmask { get; init; }

    /// <summary>What it always lists, where that is another entry than RFC 5782 asks for; as labels before the zone.</summary>
    public string? TestPoint { get; init; }

    /// <summary>Where the list is no more: since when. It is never asked, for a dead list's zone may answer anything.</summary>
    public string? Closed { get; init; }

    /// <summary>
    /// What a code means. <c>127.0.0.1</c> is no listing (RFC 5782 section 5 keeps it free; several lists refuse with it), nor is
    /// anything in 127.255.255.0/24 (Spamhaus' errors, which others took over) or outside 127.0.0.0/8. A code that is not known,
    /// but in the list's range, is a listing all the same.
    /// </summary>
    public IReadOnlyList<ReturnCode> MeaningOf(IPAddress address)
    {
        var octets = address.GetAddressBytes();
        if (Codes.TryGetValue(address.ToString(), out var code)) return [code];
        if (octets is not [127, ..]) return [new ReturnCode(ReturnCodeKind.Refusal, $"it answers {address}, which is no return code: the zone is broken or given up")];
        if (octets is [127, 255, 255, var error]) return [Errors.GetValueOrDefault(error) ?? new ReturnCode(ReturnCodeKind.Refusal, $"it refuses to answer (code {address})")];
        if (octets is [127, 0, 0, 1]) return [new ReturnCode(ReturnCodeKind.Refusal, "it refuses to answer (code 127.0.0.1)")];
        ReturnCode[] bits = IsBitmask ? [.. Codes.Where(c => (IPAddress.Parse(c.Key).GetAddressBytes()[3] & octets[3]) != 0).Select(static c => c.Value)] : [];
        return bits.Length > 0 ? bits : [new ReturnCode(ReturnCodeKind.Reputation, Codes.Count == 0 ? "listed" : $"listed, with code {address} whose meaning is not known")];
    }

    private static readonly Dictionary<byte, ReturnCode> Errors = new()
    {
        [252] = new(ReturnCodeKind.Refusal, "it says that its zone's name is misspelt (code 127.255.255.252)"),
        [254] = new(ReturnCodeKind.Refusal, "it does not answer public or unnamed resolvers; ask through a resolver of your own (code 127.255.255.254)"),
        [255] = new(ReturnCodeKind.Refusal, "it has had too many questions from this resolver (code 127.255.255.255)"),
    };
}
