using System.Buffers;
using System.Net;

namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>The server that a report names as the one that refused: <c>host mx.example.net [192.0.2.1]</c> and kin.</summary>
internal readonly record struct RemoteHost(string? Name, string? Address, int? Port)
{
    private static readonly SearchValues<char> Delimiters = SearchValues.Create(" \t\n,;:<>()[]\"'=");

    private static readonly string[] Leads =
    [
        "host: ", "host ", "while talking to ", "connected to ", "giving up on ", "smtp server <", "server at ", "server ", "mta ", "remote system: dns;", "remote-mta: dns;", "by ", "from ",
    ];

    private static readonly WordTable Marks = new(Leads);

    /// <summary>Reads the host out of the words before a reply. Only what is written as a host is taken.</summary>
    public static RemoteHost Find(ReadOnlySpan<char> text)
    {
        if (ByAddress(text) is { Address: not null } found) return found;
        Span<int> places = stackalloc int[Marks.Count];
        var isThere = Marks.FindAll(text, places);
        for (var i = 0; isThere && i < Leads.Length; i++)
        {
            if (places[i] < 0) continue;
            var lead = Leads[i];
            var from = places[i];
            while (from < text.Length)
            {
                var at = text[from..].IndexOfIgnoreCase(lead);
                if (at < 0) break;
                at += from;
                from = at + lead.Length;
                if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) continue;
                var token = Token(text[from..]);
                if (IPAddress.TryParse(token, out _) && token.Contains('.')) return new RemoteHost(null, token.ToString(), null);
                if (IsHostName(token) && lead is not ("by " or "from " or "server ")) return new RemoteHost(token.ToString(), null, null);
            }
        }

        // qmail names the address first: "192.0.2.1 does not like recipient."
        var first = Token(text.TrimStart());
        return IPAddress.TryParse(first, out _) && first.Count('.') == 3 ? new RemoteHost(null, first.ToString(), null) : default;
    }

    /// <summary>True where the whole of <paramref name="text"/> is a host name with a dot in it.</summary>
    public static bool IsHostName(ReadOnlySpan<char> text)
    {
        if (text.Length is < 4 or > 253 || !text.Contains('.') || text[0] is '.' or '-') return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')) return false;
        }

        return char.IsAsciiLetter(text[^1]) || text.Contains("xn--", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The first <c>name [address]</c> or <c>name (address)</c>; nothing where there is none.</summary>
    public static RemoteHost ByAddress(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAny('[', '(');
            if (next < 0) return default;
            i += next;
            var close = text[i..].IndexOfAny(']', ')');
            if (close is < 2 or > 60) continue;
            var inner = text.Slice(i + 1, close - 1);
            if (inner.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)) inner = inner[5..];
            if (!IPAddress.TryParse(inner, out _) || inner.IndexOfAny('.', ':') < 0) continue;
            var before = text[..i].TrimEnd();
            var start = before.LastIndexOfAny(Delimiters) + 1;
            var name = before[start..].TrimEnd('.');
            var after = text[(i + close + 1)..];
            int? port = after.Length > 1 && after[0] == ':' && int.TryParse(after[1..(1 + Digits(after[1..]))], out var number) && number is > 0 and < 65536 ? number : null;
            return new RemoteHost(IsHostName(name) ? name.ToString() : null, inner.ToString(), port);
        }

        return default;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var n = 0;
        while (n < text.Length && n < 5 && char.IsAsciiDigit(text[n])) n++;
        return n;
    }

    private static ReadOnlySpan<char> Token(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(Delimiters);
        return (end < 0 ? text : text[..end]).TrimEnd('.');
    }
}
