using Gatepost.Mta.Exim.Expansions;
using Gatepost.Mta.Exim.Source;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>What is matched against a list: a part of the attempt, or a text.</summary>
internal sealed class ListSubject
{
    private ListSubject(EximListKind kind, AttemptPart? part, string? text) => (Kind, Part, Text) = (kind, part, text);

    public EximListKind Kind { get; }

    /// <summary>The part; null for a text.</summary>
    public AttemptPart? Part { get; }

    /// <summary>The text; null for a part.</summary>
    public string? Text { get; }

    /// <summary>True where hosts are given by address only, as in <c>match_ip</c>.</summary>
    public bool IsAddressOnly { get; init; }

    public string Shown => Part?.Name ?? $"\"{Text}\"";

    public static ListSubject Of(EximListKind kind, AttemptPart part) => new(kind, part, null);

    public static ListSubject Of(EximListKind kind, string text) => new(kind, null, text);

    /// <summary>A host of which only the address counts.</summary>
    public static ListSubject OfAddress(AttemptPart part) => new(EximListKind.Host, part, null) { IsAddressOnly = true };

    /// <summary>The same.</summary>
    public static ListSubject OfAddress(string text) => new(EximListKind.Host, null, text) { IsAddressOnly = true };

    /// <summary>The domain of an address.</summary>
    public ListSubject Domain() => Part is null ? Of(EximListKind.Domain, After(Text!))
        : Of(EximListKind.Domain, Part.Dimension == Relay.Dimension.Sender ? AttemptPart.SenderDomain : AttemptPart.Domain);

    /// <summary>The local part of an address, quotes and all.</summary>
    public ListSubject LocalPart() => Part is null ? Of(EximListKind.Text, Before(Text!))
        : Of(EximListKind.Text, Part with { Name = "local_part", Kind = PartKind.LocalPart, IsLower = false, Get = s => Before(Part.Get(s)) });

    private static string After(string address) => address[(address.LastIndexOf('@') + 1)..];

    private static string Before(string address) => address[..Math.Max(0, address.LastIndexOf('@'))];
}
