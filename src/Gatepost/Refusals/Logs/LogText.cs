using System.Text;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs;

/// <summary>Small readings that the log grammars share.</summary>
internal static class LogText
{
    private const int LongestPath = 1024;

    /// <summary>The line as text: UTF-8, what is not UTF-8 replaced; a line end and the NULs after a power loss taken off.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.TrimEnd("\r\n\0"u8));

    /// <summary>A reply, its text cut at <see cref="ReadLimits.TextLength"/>.</summary>
    public static Reply ReplyOf(ReadOnlySpan<char> text)
    {
        var reply = Reply.Parse(text);
        return reply.Text.Length > ReadLimits.Default.TextLength ? reply with { Text = Cut(reply.Text) } : reply;
    }

    /// <summary>The text, cut at <see cref="ReadLimits.TextLength"/>.</summary>
    public static string Cut(ReadOnlySpan<char> text)
    {
        var limit = ReadLimits.Default.TextLength;
        if (text.Length > limit) text = text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
        return text.ToString();
    }

    /// <summary>The text cut and trimmed; null where nothing is left.</summary>
    public static string? OrNull(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.IsEmpty ? null : Cut(text);
    }

    /// <summary>An address without blanks and angle brackets around it; empty for <c>&lt;&gt;</c>.</summary>
    public static string Bare(ReadOnlySpan<char> address)
    {
        address = address.Trim();
        if (address.Length >= 2 && address[0] == '<' && address[^1] == '>') address = address[1..^1].Trim();
        return Cut(address);
    }

    /// <summary>As <see cref="Bare"/>; null where it is empty.</summary>
    public static string? BareOrNull(ReadOnlySpan<char> address) => OrNull(Bare(address));

    /// <summary>A command as quoted; of AUTH only its mechanism, as what follows may be a password.</summary>
    public static string? CommandOf(ReadOnlySpan<char> command)
    {
        command = command.Trim();
        if (!command.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase)) return OrNull(command);
        var first = command.IndexOf(' ');
        var second = first < 0 ? -1 : command[(first + 1)..].IndexOf(' ');
        return OrNull(second < 0 ? command : command[..(first + 1 + second)]);
    }

    /// <summary>The address in the angle brackets of a command; null where there are none.</summary>
    public static string? PathOf(ReadOnlySpan<char> command)
    {
        var open = command.IndexOf('<');
        if (open < 0) return null;
        var end = PathEnd(command[open..]);
        return end < 0 ? null : Bare(command.Slice(open, end + 1));
    }

    /// <summary>What stands between <paramref name="before"/> and <paramref name="after"/> (or the end); empty where <paramref name="before"/> is not there.</summary>
    public static ReadOnlySpan<char> Between(ReadOnlySpan<char> text, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var start = text.IndexOf(before);
        if (start < 0) return default;
        text = text[(start + before.Length)..];
        var end = text.IndexOf(after);
        return end < 0 ? text : text[..end];
    }

    /// <summary>What the reply's own code or status says; <paramref name="otherwise"/> where it says nothing.</summary>
    public static RefusalKind KindOf(Reply reply, RefusalKind otherwise = RefusalKind.Failed) => reply.IsPermanent switch
    {
        true => RefusalKind.Failed,
        false => RefusalKind.Delayed,
        null => otherwise,
    };

    /// <summary>
    /// Index of the <c>&gt;</c> that ends the path at the start of <paramref name="text"/>, past quoted parts; -1 where it is
    /// missing or beyond any path's length, which keeps hostile lines of nothing but <c>&lt;</c> linear.
    /// </summary>
    public static int PathEnd(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestPath) text = text[..LongestPath];
        var quoted = false;
        for (var i = 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\') i++;
            else if (c == '"') quoted = !quoted;
            else if (c == '>' && !quoted) return i;
        }

        return text.IndexOf('>');
    }
}
