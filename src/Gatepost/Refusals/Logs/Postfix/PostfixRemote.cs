using System.Buffers.Text;

namespace Gatepost.Refusals.Logs.Postfix;

/// <summary>A peer as Postfix writes it: <c>host[ip]</c>, <c>host[ip]:port</c>, <c>host[private/socket]</c>.</summary>
internal readonly ref struct PostfixRemote
{
    private PostfixRemote(ReadOnlySpan<byte> host, ReadOnlySpan<byte> address, int? port)
    {
        Host = host;
        Address = address;
        Port = port;
    }

    /// <summary>The name; empty where it is unknown or not given.</summary>
    public ReadOnlySpan<byte> Host { get; }

    /// <summary>The address; empty where it is unknown, or a socket's path.</summary>
    public ReadOnlySpan<byte> Address { get; }

    public int? Port { get; }

    public bool IsKnown => !Host.IsEmpty || !Address.IsEmpty;

    /// <summary>The field <c>relay=</c>; nothing for <c>none</c>, <c>local</c>, <c>virtual</c> and other services.</summary>
    public static PostfixRemote FromRelay(ReadOnlySpan<byte> relay) =>
        TryRead(relay, out var remote, out var length) && length == relay.Length ? remote : default;

    /// <summary>Reads a peer at the start of the text.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out PostfixRemote remote, out int length)
    {
        remote = default;
        length = 0;
        var open = text[..Math.Min(text.Length, 300)].IndexOfAny((byte)'[', (byte)' ');
        if (open < 0 || text[open] == ' ') return false;
        var close = text[open..][..Math.Min(text.Length - open, 300)].IndexOf((byte)']');
        if (close < 0) return false;
        var host = text[..open];
        var address = text.Slice(open + 1, close - 1);
        length = open + close + 1;
        int? port = null;
        if (length < text.Length && text[length] == ':'
            && Utf8Parser.TryParse(text[(length + 1)..], out ushort number, out var digits))
        {
            port = number;
            length += 1 + digits;
        }

        if (host.SequenceEqual("unknown"u8)) host = default;
        if (address.Contains((byte)'/') || address.SequenceEqual("unknown"u8)) address = default;
        else if (address.StartsWith("IPv6:"u8)) address = address[5..];
        remote = new PostfixRemote(host, address, port);
        return true;
    }

    /// <summary>This, with the port that another mention of the same address gives.</summary>
    public PostfixRemote WithPortOf(PostfixRemote other) =>
        Port is null && Address.SequenceEqual(other.Address) && Host.SequenceEqual(other.Host) ? new PostfixRemote(Host, Address, other.Port) : this;
}
