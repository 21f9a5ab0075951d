using System.Globalization;

namespace Gatepost.Refusals.Mail.Dsn;

/// <summary>
/// Postfix's words about a host: <c>host mx.example.org[192.0.2.1] said: 550 … (in reply to …)</c>,
/// <c>connect to mx.example.org[192.0.2.1]:25: Connection refused</c>.
/// </summary>
internal static class HostWords
{
    /// <summary>Adds host, address and reply to <paramref name="words"/> where the text is in one of the forms.</summary>
    public static RecipientWords Read(ReadOnlySpan<char> text, RecipientWords words)
    {
        var rest = text;
        foreach (var lead in s_leads)
        {
            var at = rest.IndexOf(lead);
            if (at < 0 || at > 60) continue;
            if (TryHost(rest[(at + lead.Length)..], out var host, out var address, out var port, out var after))
                return Complete(words, text, after) with { Host = host, Address = address, Port = port };
        }

        return Complete(words, text, text);
    }

    private static readonly string[] s_leads = ["host ", "connect to ", "conversation with ", "connection with ", "delivery via "];

    private static RecipientWords Complete(RecipientWords words, ReadOnlySpan<char> text, ReadOnlySpan<char> after)
    {
        var said = After(after, "said: ");
        if (said.IsEmpty) said = After(after, "refused to talk to me: ");
        if (said.IsEmpty && after.StartsWith(": ")) said = text.StartsWith("delivery via ") ? after[2..] : default;
        if (said.IsEmpty) return words with { Reply = text.ToString() };
        var end = said.LastIndexOf("(in reply to ");
        return words with { Reply = (end < 0 ? said : said[..end]).Trim().ToString() };
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, ReadOnlySpan<char> mark)
    {
        var at = text.IndexOf(mark);
        return at is < 0 or > 40 ? default : text[(at + mark.Length)..];
    }

    private static bool TryHost(
        ReadOnlySpan<char> text, out string? host, out string? address, out int? port, out ReadOnlySpan<char> after)
    {
        (host, address, port) = (null, null, null);
        after = default;
        var open = text.IndexOf('[');
        if (open is < 0 or > 255 || text[..open].Contains(' ')) return false;
        var close = text[open..].IndexOf(']');
        if (close < 0) return false;
        close += open;
        address = DsnAddress.IpLiteral(text[(open + 1)..close]);
        host = open == 0 ? text[..(close + 1)].ToString() : text[..open].TrimEnd('.').ToString();
        after = text[(close + 1)..];
        if (!after.StartsWith(":")) return true;
        var digits = after[1..].IndexOfAnyExceptInRange('0', '9');
        if (digits < 0) digits = after.Length - 1;
        if (digits is > 0 and <= 5 && int.TryParse(after.Slice(1, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            port = number;
            after = after[(digits + 1)..];
        }

        return true;
    }
}
