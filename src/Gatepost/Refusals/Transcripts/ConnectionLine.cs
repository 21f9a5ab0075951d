using System.Net;

namespace Gatepost.Refusals.Transcripts;

/// <summary>What a tool says of the connection it makes: host, address and port.</summary>
internal readonly record struct ConnectionLine(string? Host, string? Address, int? Port, bool IsTls)
{
    private static readonly string[] Starts =
    [
        "=== Connected to ", "=== Trying ", "* Connected to ", "* Trying ", "Connected to ", "Connecting to ", "Trying ", "... while talking to ",
        "----- Transcript of session follows", "connect: to ", "connect: ", "Connection: opening to ", "connected to ", "connecting to ",
    ];

    /// <summary>Reads such a line; null for any other. A line that only tries holds no more than the address.</summary>
    public static ConnectionLine? Read(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        foreach (var start in Starts)
        {
            var at = line[..Math.Min(line.Length, 80)].IndexOf(start);
            if (at < 0 || (at > 0 && char.IsLetterOrDigit(line[at - 1]))) continue;
            var rest = line[(at + start.Length)..];
            return Parse(rest.ToString(), isAttempt: start.Contains("Trying", StringComparison.Ordinal));
        }

        return line.StartsWith("Resolved host as ") && IPAddress.TryParse(line[17..], out var resolved)
            ? new ConnectionLine(null, resolved.ToString(), null, false)
            : null;
    }

    private static ConnectionLine? Parse(string rest, bool isAttempt)
    {
        string? host = null, address = null;
        int? port = null;
        var isTls = false;
        if (rest.IndexOf("://", StringComparison.Ordinal) is var scheme and > 0)
        {
            isTls = rest.StartsWith("smtps", StringComparison.OrdinalIgnoreCase);
            rest = rest[(scheme + 3)..];
        }
        else if (rest.StartsWith("ssl:", StringComparison.Ordinal) || rest.StartsWith("tls:", StringComparison.Ordinal)) rest = rest[4..].TrimStart('/');

        var isPort = false;
        foreach (var word in rest.Split([' ', ',', '(', ')', '[', ']', '\'', '/', '?', ';'], StringSplitOptions.RemoveEmptyEntries).Take(10))
        {
            var part = word.TrimEnd('.');
            var text = part;
            if (part.LastIndexOf(':') is var colon and > 0 && part.IndexOf(':') == colon && int.TryParse(part.AsSpan(colon + 1), out var number))
            {
                port ??= Valid(number);
                text = part[..colon];
            }

            text = text.Trim(':', '.');
            if (IPAddress.TryParse(text, out _) && text.AsSpan().IndexOfAny('.', ':') >= 0) address ??= text;
            else if (int.TryParse(text, out var bare)) port ??= host is not null || address is not null || isPort ? Valid(bare) : null;
            else if (host is null && address is null && Smtp.DomainName.Parse(text) is not null) host = text;
            isPort = text == "port";
        }

        if (isAttempt && host is null && address is null) return null;
        return host is null && address is null && port is null ? null : new ConnectionLine(host, address, port, isTls);
    }

    private static int? Valid(int port) => port is > 0 and < 65536 ? port : null;
}
