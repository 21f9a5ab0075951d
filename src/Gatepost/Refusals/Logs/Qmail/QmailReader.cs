namespace Gatepost.Refusals.Logs.Qmail;

/// <summary>
/// Reads qmail's logs, under multilog (TAI64N) or syslog: failed and deferred deliveries of qmail-send, and refusals by
/// rblsmtpd, chkuser, spamdyke and the SPAMCONTROL patch. A delivery names its recipient only in the line that starts it, and
/// its sender only in the message's: the reader remembers the last of both.
/// </summary>
/// <param name="clock">Makes times of what the lines say.</param>
public sealed class QmailReader(LogClock clock) : LogReader
{
    private const int Remembered = 8192;
    private readonly BoundedMap<string, (string Message, string Recipient)> _deliveries = new(Remembered);
    private readonly BoundedMap<string, string> _senders = new(Remembered);

    /// <inheritdoc/>
    public override InputFormat Format => InputFormat.Qmail;

    /// <inheritdoc/>
    public override bool IsStateless => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needles { get; } =
        ["delivery ", "info msg ", "CHKUSER ", "DENIED_", "rblsmtpd: ", "Reject::"];

    /// <inheritdoc/>
    public override int Recognise(ReadOnlySpan<byte> line)
    {
        var text = line;
        if (Index(text, "starting delivery "u8) >= 0 && text.IndexOf(": msg "u8) >= 0) return 100;
        if (IsResult(text, out _)) return 100;
        if (Index(text, "info msg "u8) >= 0 && text.IndexOf(" bytes "u8) >= 0) return 100;
        if (Index(text, "status: local "u8) >= 0 || Index(text, "new msg "u8) >= 0 || Index(text, "end msg "u8) >= 0) return 80;
        if (text.IndexOf("CHKUSER "u8) >= 0 || text.IndexOf("rblsmtpd: "u8) >= 0) return 90;
        if (text.IndexOf("spamdyke"u8) >= 0 && text.IndexOf(" origin_ip: "u8) >= 0) return 95;
        return text.IndexOf("qmail-smtpd"u8) >= 0 || text.IndexOf(" qmail: "u8) >= 0 || text.IndexOf("tcpserver: "u8) >= 0 ? 80 : 0;
    }

    /// <inheritdoc/>
    public override Refusal? ReadLine(ReadOnlySpan<byte> line, SourceSpan span)
    {
        int at;
        if ((at = Index(line, "starting delivery "u8)) >= 0) return Start(LogText.Decode(line[at..]));
        if ((at = Index(line, "info msg "u8)) >= 0) return Message(LogText.Decode(line[at..]));
        var isResult = IsResult(line, out at);
        var refusal = isResult ? Result(LogText.Decode(line[at..])) : QmailSmtpd.Read(line);
        if (refusal is null) return null;
        var header = LogHeader.Read(line);
        var stamp = header.Stamp;
        if (isResult && !header.Program.IsEmpty && LogStampReader.TryRead(line[header.MessageStart..], out var own, out _) && own.Year is not null) stamp = own;
        return refusal with
        {
            Source = span,
            Software = refusal.Software ?? "qmail",
            Time = clock.Resolve(stamp),
            ReportingMta = header.Host.IsEmpty ? null : LogText.Decode(header.Host),
        };
    }

    /// <summary><c>starting delivery 5: msg 123 to remote r@example.org</c>.</summary>
    private Refusal? Start(ReadOnlySpan<char> text)
    {
        text = text["starting delivery ".Length..];
        var colon = text.IndexOf(": msg ");
        var to = text.IndexOf(" to ");
        if (colon is < 1 or > 20 || to < colon) return null;
        var recipient = text[(to + 4)..];
        recipient = recipient[(recipient.IndexOf(' ') + 1)..];
        _deliveries.Set(text[..colon].ToString(), (LogText.Cut(text[(colon + 6)..to]), LogText.Bare(recipient)));
        return null;
    }

    /// <summary><c>info msg 123: bytes 2343 from &lt;s@example.org&gt; qp 1 uid 2</c>.</summary>
    private Refusal? Message(ReadOnlySpan<char> text)
    {
        text = text["info msg ".Length..];
        var colon = text.IndexOf(':');
        var from = text.IndexOf(" from <");
        if (colon is < 1 or > 20 || from < 0) return null;
        if (LogText.PathOf(text[from..]) is { } sender) _senders.Set(text[..colon].ToString(), sender);
        return null;
    }

    /// <summary><c>delivery 5: failure: text</c>, <c>delivery 5: deferral: text</c>.</summary>
    private Refusal? Result(ReadOnlySpan<char> text)
    {
        text = text["delivery ".Length..];
        var colon = text.IndexOf(':');
        if (colon is < 1 or > 20) return null;
        var known = _deliveries.TryTake(text[..colon].ToString(), out var delivery);
        text = text[(colon + 1)..].TrimStart(' ');
        if (text.StartsWith("success")) return null;
        var refusal = QmailReport.Read(text[(text.IndexOf(' ') + 1)..]);
        return refusal with
        {
            Kind = text.StartsWith("deferral") ? RefusalKind.Delayed : RefusalKind.Failed,
            Recipient = known ? LogText.OrNull(delivery.Recipient) : null,
            Sender = known && _senders.TryGet(delivery.Message, out var sender) ? sender : null,
            QueueId = known ? delivery.Message : null,
        };
    }

    private static bool IsResult(ReadOnlySpan<byte> line, out int at)
    {
        at = Index(line, "delivery "u8);
        if (at < 0) return false;
        var rest = line[(at + 9)..];
        var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits <= 0) return false;
        rest = rest[digits..];
        return rest.StartsWith(": failure: "u8) || rest.StartsWith(": deferral: "u8) || rest.StartsWith(": success: "u8);
    }

    /// <summary>The mark's place, at the start of the line or after a blank.</summary>
    private static int Index(ReadOnlySpan<byte> line, ReadOnlySpan<byte> mark)
    {
        var at = line.IndexOf(mark);
        return at > 0 && line[at - 1] != ' ' ? -1 : at;
    }
}
