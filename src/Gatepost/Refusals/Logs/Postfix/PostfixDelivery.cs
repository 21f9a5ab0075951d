using System.Buffers;
using System.Buffers.Text;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Postfix;

/// <summary>
/// Delivery lines: <c>to=&lt;r&gt;[, orig_to=&lt;o&gt;], relay=R[, conn_use=N], delay=…, delays=…[, tls=T], dsn=X.Y.Z, status=S (TEXT)</c>,
/// and qmgr's <c>from=&lt;s&gt;, status=expired, returned to sender</c>.
/// </summary>
internal static class PostfixDelivery
{
    private static readonly SearchValues<byte> KeyLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz_"u8);

    /// <summary>True where the body has the form of a delivery or queue manager line.</summary>
    public static bool Has(ReadOnlySpan<byte> body) => body.StartsWith("to="u8) || body.StartsWith("from="u8);

    /// <summary>True for <c>warning:</c> and its like, which tell of no delivery.</summary>
    public static bool IsWarning(ReadOnlySpan<byte> body) =>
        body.StartsWith("warning: "u8) || body.StartsWith("fatal: "u8) || body.StartsWith("error: "u8) || body.StartsWith("panic: "u8);

    /// <summary>True where the text after <c>status=</c> names a failure.</summary>
    public static bool IsFailure(ReadOnlySpan<byte> status) =>
        status.StartsWith("bounced"u8) || status.StartsWith("deferred"u8) || status.StartsWith("SOFTBOUNCE"u8)
        || status.StartsWith("undeliverable"u8) || status.StartsWith("expired"u8) || status.StartsWith("force-expired"u8);

    public static PostfixEvent Read(in PostfixLine line, int textLength)
    {
        var rest = line.Body;
        ReadOnlySpan<byte> recipient = default, original = default, sender = default, relay = default, dsn = default;
        var hasSender = false;
        while (true)
        {
            if (rest.StartsWith("status="u8)) break;
            var equals = rest[..Math.Min(rest.Length, 16)].IndexOf((byte)'=');
            if (equals <= 0 || rest[..equals].ContainsAnyExcept(KeyLetters)) return NoForm(rest);
            var value = Value(rest[(equals + 1)..], out var used);
            var key = rest[..equals];
            if (key.SequenceEqual("to"u8)) recipient = value;
            else if (key.SequenceEqual("orig_to"u8)) original = value;
            else if (key.SequenceEqual("from"u8))
            {
                sender = value;
                hasSender = true;
            }
            else if (key.SequenceEqual("relay"u8)) relay = value;
            else if (key.SequenceEqual("dsn"u8)) dsn = value;
            if (used < 0) return NoForm(rest);
            rest = rest[(equals + 1 + used)..];
        }

        var status = rest["status="u8.Length..];
        if (!IsFailure(status)) return PostfixEvent.Other;
        var reported = Status(dsn);
        var remote = PostfixRemote.FromRelay(relay);
        var answer = PostfixRemoteText.Read(Text(status), line.Daemon.SequenceEqual("pipe"u8), textLength);
        if (answer.Remote.IsKnown) remote = answer.Remote.WithPortOf(remote);
        return new PostfixEvent(PostfixEventKind.Refusal, new Refusal
        {
            Format = InputFormat.Postfix,
            Source = default,
            Software = "postfix",
            Kind = KindOf(status, reported),
            Reply = answer.Reply,
            Explanation = answer.Explanation,
            ReportedStatus = reported,
            Recipient = Utf8.TextOrNull(recipient, textLength),
            OriginalRecipient = Utf8.TextOrNull(original, textLength),
            Sender = hasSender ? Utf8.Text(sender, textLength) : null,
            Phase = answer.Phase,
            RemoteMta = Utf8.TextOrNull(remote.Host, textLength),
            RemoteAddress = Utf8.TextOrNull(remote.Address, textLength),
            RemotePort = remote.Port,
            Auth = answer.Auth,
        });
    }

    /// <summary>What one server of several said, before the next is tried: <c>host H[IP] said: …</c> without a recipient.</summary>
    public static PostfixEvent ReadNotFinal(ReadOnlySpan<byte> body, int textLength)
    {
        var answer = PostfixRemoteText.Read(body, isPipe: false, textLength);
        return new PostfixEvent(PostfixEventKind.Refusal, new Refusal
        {
            Format = InputFormat.Postfix,
            Source = default,
            Software = "postfix",
            Kind = RefusalKind.Delayed,
            Reply = answer.Reply,
            Explanation = answer.Explanation,
            Phase = answer.Phase,
            RemoteMta = Utf8.TextOrNull(answer.Remote.Host, textLength),
            RemoteAddress = Utf8.TextOrNull(answer.Remote.Address, textLength),
            RemotePort = answer.Remote.Port,
            Auth = answer.Auth,
            Notes = ["Not final: the line names no recipient, and another server may have been tried after it."],
        });
    }

    /// <summary>A value up to <c>, key=</c>; in angle brackets where it has them. <paramref name="used"/> is -1 at the end of the line.</summary>
    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> text, out int used)
    {
        var isBracketed = !text.IsEmpty && text[0] == '<';
        var end = isBracketed ? text.IndexOf(">, "u8) : text.IndexOf(", "u8);
        if (end < 0)
        {
            used = -1;
            return isBracketed ? text[1..].TrimEnd((byte)'>') : text;
        }

        used = end + (isBracketed ? 3 : 2);
        return isBracketed ? text[1..end] : text[..end];
    }

    /// <summary>A line that breaks off or is of another form: not understood where it says that it failed.</summary>
    private static PostfixEvent NoForm(ReadOnlySpan<byte> rest)
    {
        var at = rest.IndexOf("status="u8);
        return at >= 0 && IsFailure(rest[(at + 7)..]) ? PostfixEvent.NotUnderstood : PostfixEvent.Other;
    }

    /// <summary>What stands in the brackets behind the status (the last one may have been cut off), or after the comma.</summary>
    private static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> status)
    {
        var open = status.IndexOf(" ("u8);
        if (open < 0) return status;
        var text = status[(open + 2)..];
        return text.EndsWith(")"u8) ? text[..^1] : text;
    }

    private static EnhancedStatus? Status(ReadOnlySpan<byte> dsn)
    {
        if (!Utf8Parser.TryParse(dsn, out byte @class, out var i) || i >= dsn.Length || dsn[i++] != '.'
            || !Utf8Parser.TryParse(dsn[i..], out ushort subject, out var used) || (i += used) >= dsn.Length || dsn[i++] != '.'
            || !Utf8Parser.TryParse(dsn[i..], out ushort detail, out used) || i + used != dsn.Length) return null;
        return EnhancedStatus.Create(@class, subject, detail);
    }

    private static RefusalKind KindOf(ReadOnlySpan<byte> status, EnhancedStatus? reported)
    {
        if (status.StartsWith("deferred"u8) || status.StartsWith("SOFTBOUNCE"u8)) return RefusalKind.Delayed;
        return status.StartsWith("undeliverable"u8) && reported?.Class == 4 ? RefusalKind.Delayed : RefusalKind.Failed;
    }
}
