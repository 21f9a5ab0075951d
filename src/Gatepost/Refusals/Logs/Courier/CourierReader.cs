using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Courier;

/// <summary>
/// Reads Courier's log: refusals of courieresmtpd, and the deliveries of courieresmtp and courierlocal. A reply of several
/// lines is logged in as many, and a <c>status:</c> line follows: the reader remembers what it has of a delivery until then.
/// </summary>
/// <param name="clock">Makes times of what the lines say.</param>
public sealed class CourierReader(LogClock clock) : LogReader
{
    private const int Remembered = 4096;
    private const int LinesKept = 16;
    private readonly BoundedMap<string, Delivery> _deliveries = new(Remembered);

    /// <inheritdoc/>
    public override InputFormat Format => InputFormat.Courier;

    /// <inheritdoc/>
    public override bool IsStateless => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needles { get; } = ["error,relay=", ",addr=<", "LOGIN FAILED"];

    /// <inheritdoc/>
    public override int Recognise(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf("error,relay="u8) >= 0) return 100;
        if (line.IndexOf("id="u8) >= 0 && line.IndexOf(",from=<"u8) >= 0 && line.IndexOf(",addr=<"u8) >= 0) return 100;
        var program = LogHeader.Read(line).Program;
        return program.StartsWith("courier"u8) || program.StartsWith("esmtpd"u8) ? 95 : 0;
    }

    /// <inheritdoc/>
    public override Refusal? ReadLine(ReadOnlySpan<byte> line, SourceSpan span)
    {
        var at = line.IndexOf("error,relay="u8);
        var header = LogHeader.Read(line);
        Refusal? refusal = null;
        if (at >= 0) refusal = CourierRejection.Read(LogText.Decode(line[at..]));
        else if (line.IndexOf(",addr=<"u8) >= 0 && line.IndexOf("id="u8) is var id and >= 0) refusal = Outbound(LogText.Decode(line[id..]));
        else if (line.IndexOf("LOGIN FAILED"u8) is var login and >= 0 && header.Program.IndexOf("esmtp"u8) >= 0)
            refusal = CourierRejection.Login(LogText.Decode(line[login..]));
        return refusal is null ? null : refusal with
        {
            Source = span,
            Software = "courier",
            Time = clock.Resolve(header.Stamp),
            ReportingMta = header.Host.IsEmpty ? null : LogText.Decode(header.Host),
        };
    }

    /// <summary><c>id=X,from=&lt;s&gt;,addr=&lt;r&gt;[,size=N]: 550 text</c>, then <c>…,status: failure</c> or <c>deferred</c>.</summary>
    private Refusal? Outbound(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(",from=<");
        var addr = text.IndexOf(",addr=<");
        if (comma < 3 || addr < comma) return null;
        var sender = LogText.PathOf(text[comma..]);
        var end = LogText.PathEnd(text[(addr + 6)..]);
        if (end < 0) return null;
        var recipient = LogText.Bare(text.Slice(addr + 6, end + 1));
        var id = LogText.Cut(text[3..comma]);
        var rest = text[(addr + 6 + end + 1)..];
        if (rest.StartsWith(",size=")) rest = rest[1..].IndexOfAny(',', ':') is var next and >= 0 ? rest[(next + 1)..] : default;
        var key = $"{id} {recipient}";
        if (rest.StartsWith(",success: ")) return Forget(key);
        if (rest.StartsWith(",status: ")) return AtStatus(key, rest["status: ".Length..].Trim(", "), id, sender, recipient);
        if (!rest.StartsWith(": ")) return null;
        var words = rest[2..].Trim();
        var lines = _deliveries.TryGet(key, out var known) && !known.IsTold ? known.Lines : [];
        if (lines.Count < LinesKept) lines.Add(LogText.Cut(words));
        var isCoded = words.Length >= 3 && words[0] is >= '2' and <= '5' && char.IsAsciiDigit(words[1]) && char.IsAsciiDigit(words[2]);
        var isLast = isCoded && (words.Length == 3 || words[3] != '-');
        if (isLast && words[0] is '2' or '3') return Forget(key);
        _deliveries.Set(key, new Delivery(lines, isLast));
        if (!isLast) return null;
        var reply = LogText.ReplyOf(string.Join('\n', lines));
        return Of(id, sender, recipient) with { Kind = LogText.KindOf(reply), Reply = reply };
    }

    private Refusal? AtStatus(string key, ReadOnlySpan<char> status, string id, string? sender, string recipient)
    {
        var isKnown = _deliveries.TryTake(key, out var known);
        if ((isKnown && known!.IsTold) || status is not ("failure" or "deferred")) return null;
        return Of(id, sender, recipient) with
        {
            Kind = status is "deferred" ? RefusalKind.Delayed : RefusalKind.Failed,
            Reply = isKnown ? LogText.ReplyOf(string.Join('\n', known!.Lines)) : Reply.Empty,
        };
    }

    private Refusal? Forget(string key)
    {
        _deliveries.TryTake(key, out _);
        return null;
    }

    private static Refusal Of(string id, string? sender, string recipient) => new()
    {
        Format = InputFormat.Courier,
        Source = default,
        Recipient = LogText.OrNull(recipient),
        Sender = sender,
        QueueId = id,
    };

    /// <param name="Lines">The text so far.</param>
    /// <param name="IsTold">A refusal was made of it already.</param>
    private sealed record Delivery(List<string> Lines, bool IsTold);
}
