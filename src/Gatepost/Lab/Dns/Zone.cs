using System.Diagnostics.CodeAnalysis;
using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Dns;

/// <summary>A zone (RFC 1034 section 4.2) of a lab world. Always has a SOA record; written without one, it gets serial 1.</summary>
/// <param name="Name">Its origin, lower case, without a final dot; <c>.</c> for the root.</param>
/// <param name="Records">Its records, in the order of the text.</param>
public sealed record Zone(string Name, IReadOnlyList<DnsRecord> Records)
{
    /// <summary>What a validating resolver makes of it.</summary>
    public ZoneSigning Signing { get; init; }

    /// <summary>The start of authority.</summary>
    public DnsRecord Soa => Records.First(static r => r.Type == DnsType.Soa);

    /// <summary>
    /// Reads a zone text: a record a line, <c>name [ttl] type data</c>; <c>@</c> is the origin, names without a final dot are
    /// relative to it, <c>;</c> begins a comment. False with the line and the reason where the text is none.
    /// </summary>
    public static bool TryParse(string name, string text, [NotNullWhen(true)] out Zone? zone, [NotNullWhen(false)] out string? problem) =>
        new ZoneParser(name).TryParse(text, out zone, out problem);

    /// <summary>The zone of a text that is part of the program.</summary>
    /// <exception cref="FormatException">The text is no zone: a bug in the world.</exception>
    public static Zone Of(string name, string text) =>
        TryParse(name, text, out var zone, out var problem) ? zone : throw new FormatException($"{name}: {problem}");

    /// <summary>The records of a name and type; of all types where none is given.</summary>
    internal IEnumerable<DnsRecord> At(string name, DnsType? type = null) =>
        Records.Where(r => r.Name == name && (type is null || r.Type == type));

    /// <summary>True where the name or one below it has records.</summary>
    internal bool Exists(string name) => Records.Any(r => r.Name == name || Names.IsBelow(r.Name, name));
}
