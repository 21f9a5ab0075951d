using System.Buffers;

namespace Gatepost.Refusals.Logs;

/// <summary>
/// A host as logs write it: <c>name [address]:port</c>, <c>name[address]:port</c>, <c>[address]</c>, <c>name</c>,
/// <c>name (address)</c>. Parts that are not there are null. Addresses lose the prefixes <c>IPv6:</c> and <c>::ffff:</c>.
/// </summary>
internal readonly record struct LogEndpoint(string? Name, string? Address, int? Port)
{
    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create("0123456789abcdefABCDEF.:");

    public static LogEndpoint Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var open = text.IndexOf('[');
        if (open < 0) return Parenthesised(text);
        var length = text[open..].IndexOf(']');
        var inner = length < 0 ? text[(open + 1)..] : text.Slice(open + 1, length - 1);
        int? port = null;
        if (length >= 0 && open + length + 1 < text.Length && text[open + length + 1] == ':') port = PortOf(text[(open + length + 2)..]);
        return new LogEndpoint(NameOf(text[..open]), AddressOf(inner), port);
    }

    /// <summary>An address as written, without <c>IPv6:</c>, <c>::ffff:</c> and blanks; null where it is empty or no address.</summary>
    public static string? AddressOf(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)) text = text[5..];
        if (text.StartsWith("::ffff:", StringComparison.OrdinalIgnoreCase) && text.Contains('.')) text = text[7..];
        // Some daemons leave a terminal's width of blanks and a number inside the brackets.
        var blank = text.IndexOf(' ');
        if (blank > 0) text = text[..blank];
        return text.Length is > 1 and < 64 && text.IndexOfAnyExcept(AddressCharacters) < 0 && text.IndexOfAny(".:") >= 0
            ? text.ToString()
            : null;
    }

    /// <summary>The number at the start, where it is a port.</summary>
    public static int? PortOf(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? text : text[..end], out var port) && port is > 0 and < 65536 ? port : null;
    }

    private static LogEndpoint Parenthesised(ReadOnlySpan<char> text)
    {
        var open = text.IndexOf('(');
        if (open < 0) return AddressOf(text) is { } bare ? new LogEndpoint(null, bare, null) : new LogEndpoint(NameOf(text), null, null);
        var inner = text[(open + 1)..].TrimEnd(") ");
        var outer = text[..open];
        if (AddressOf(inner) is { } address) return new LogEndpoint(NameOf(outer), address, null);
        return AddressOf(outer) is { } first ? new LogEndpoint(NameOf(inner), first, null) : new LogEndpoint(NameOf(outer), null, null);
    }

    private static string? NameOf(ReadOnlySpan<char> text)
    {
        text = text.Trim().TrimEnd('.');
        return text.IsEmpty || text.SequenceEqual("unknown") ? null : LogText.Cut(text);
    }
}
