using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Gatepost.Smtp;

namespace Gatepost.Evidence;

/// <summary>A server that the user names, instead of the one that the DNS would name.</summary>
/// <param name="Host">Its host name in A-labels, lower case; an address as text where there is no name.</param>
/// <param name="Port">The port; null where none is given.</param>
public sealed record ProbeServer(string Host, int? Port)
{
    private static readonly SearchValues<char> FourMarks = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> SixMarks = SearchValues.Create("0123456789abcdefABCDEF:.");

    /// <summary>The address, where the server is named by it.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>
    /// Reads <c>mail.example.net</c>, <c>mail.example.net:587</c>, <c>192.0.2.1</c>, <c>192.0.2.1:25</c>, <c>2001:db8::1</c>,
    /// <c>[2001:db8::1]</c> or <c>[2001:db8::1]:25</c>.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ProbeServer? server, out ParseProblem problem)
    {
        server = null;
        if (string.IsNullOrEmpty(text)) return Fail("a host is expected, such as mail.example.net or mail.example.net:587", 0, out problem);
        if (text[0] == '[') return TryBracketed(text, out server, out problem);
        if (TryAddress(text, out var address)) return Of(address, null, out server, out problem);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && text.IndexOf(':', colon + 1) is var second and >= 0)
            return Fail("an IPv6 address with a port is written [2001:db8::1]:25", second, out problem);
        int? port = null;
        if (colon >= 0 && !TryPort(text, colon + 1, out port, out problem)) return false;
        var host = colon < 0 ? text : text[..colon];
        if (TryAddress(host, out address)) return Of(address, port, out server, out problem);
        if (!DomainName.TryParse(host, out var name, out problem)) return false;
        server = new ProbeServer(name.Ascii, port);
        return true;
    }

    /// <summary>Host and port as they are written: <c>[2001:db8::1]:25</c>.</summary>
    public override string ToString() =>
        (Address?.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{Host}]" : Host) + (Port is { } port ? ":" + port.ToString(CultureInfo.InvariantCulture) : "");

    private static bool TryBracketed(string text, [NotNullWhen(true)] out ProbeServer? server, out ParseProblem problem)
    {
        server = null;
        var end = text.IndexOf(']', StringComparison.Ordinal);
        if (end < 0) return Fail("the closing bracket is missing", text.Length, out problem);
        var inside = text[1..end];
        if (inside.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)) inside = inside[5..];
        if (!TryAddress(inside, out var address)) return Fail("in brackets stands an address, such as [192.0.2.1] or [2001:db8::1]", 1, out problem);
        int? port = null;
        if (end + 1 < text.Length)
        {
            if (text[end + 1] != ':') return Fail("after the bracket comes nothing or a port, as in [2001:db8::1]:25", end + 1, out problem);
            if (!TryPort(text, end + 2, out port, out problem)) return false;
        }

        return Of(address, port, out server, out problem);
    }

    private static bool Of(IPAddress address, int? port, out ProbeServer server, out ParseProblem problem)
    {
        problem = default;
        server = new ProbeServer(address.ToString(), port) { Address = address };
        return true;
    }

    // The system's reader would take 1 and 0x7f.1 for addresses, and a zone (%eth0) is nobody else's business.
    private static bool TryAddress(string text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        var isFour = text.Count(static c => c == '.') == 3 && !text.AsSpan().ContainsAnyExcept(FourMarks);
        var isSix = text.Contains("::", StringComparison.Ordinal) || text.Count(static c => c == ':') == 7;
        return (isFour || (isSix && !text.AsSpan().ContainsAnyExcept(SixMarks))) && IPAddress.TryParse(text, out address);
    }

    private static bool TryPort(string text, int start, out int? port, out ParseProblem problem)
    {
        problem = default;
        var isPort = int.TryParse(text.AsSpan(start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536;
        port = isPort ? number : null;
        return isPort || Fail("a port is a number from 1 to 65535", start, out problem);
    }

    private static bool Fail(string message, int position, out ParseProblem problem)
    {
        problem = new ParseProblem(message, position);
        return false;
    }
}
