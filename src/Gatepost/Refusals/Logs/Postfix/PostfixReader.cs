namespace Gatepost.Refusals.Logs.Postfix;

/// <summary>
/// Reads Postfix's log: deliveries that failed or were put off (smtp, lmtp, local, virtual, pipe, error, discard, qmgr),
/// what smtpd, cleanup and postscreen refused, and logins that failed on either side. Any <c>syslog_name</c>; lines
/// without a header too. What only warns, holds, discards or filters is no refusal.
/// </summary>
/// <param name="clock">For times without a year.</param>
/// <param name="limits">The limits on text.</param>
public sealed class PostfixReader(LogClock clock, ReadLimits limits) : LogReader
{
    /// <inheritdoc/>
    public override InputFormat Format => InputFormat.Postfix;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needles { get; } =
    [
        "status=bounced", "status=deferred", "status=SOFTBOUNCE", "status=undeliverable", "status=expired",
        "status=force-expired", "reject: ", " said: ", " refused to talk to me: ", " authentication failed",
    ];

    /// <inheritdoc/>
    public override int Recognise(ReadOnlySpan<byte> line)
    {
        if (!PostfixLine.TryRead(line, out var read)) return 0;
        if (read.Daemon.IsEmpty)
            return PostfixLogin.Has(read.Body) || (!read.QueueId.IsEmpty && (PostfixDelivery.Has(read.Body) || PostfixReject.Has(read.Body))) ? 60 : 0;
        return read.Header.Program.StartsWith("postfix"u8) ? 95 : 70;
    }

    /// <inheritdoc/>
    public override Refusal? ReadLine(ReadOnlySpan<byte> line, SourceSpan span)
    {
        if (!PostfixLine.TryRead(line, out var read)) return null;
        var found = PostfixEvent.Read(read, limits.TextLength);
        if (found.Kind != PostfixEventKind.Refusal) return null;
        return found.Refusal! with
        {
            Source = span,
            Time = clock.Resolve(read.Header.Stamp),
            ReportingMta = read.Header.Host.IsEmpty ? null : Utf8.Text(read.Header.Host, limits.TextLength),
            QueueId = read.QueueId.IsEmpty || read.QueueId.SequenceEqual("NOQUEUE"u8) ? null : Utf8.Text(read.QueueId, limits.TextLength),
        };
    }

    /// <inheritdoc/>
    public override bool SeemsRefusal(ReadOnlySpan<byte> line) =>
        PostfixLine.TryRead(line, out var read) && PostfixEvent.Read(read, limits.TextLength).Kind == PostfixEventKind.NotUnderstood;
}
