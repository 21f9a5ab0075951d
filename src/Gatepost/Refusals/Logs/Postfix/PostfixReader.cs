namespace Gatepost.Refusals.Logs.Postfix;

/// <summary>Reads Postfix's log.</summary>
public sealed class PostfixReader(LogClock clock, ReadLimits limits) : LogReader
{
    /// <inheritdoc/>
    public override InputFormat Format => InputFormat.Postfix;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needles { get; } =
    [
        "status=bounced", "status=deferred", "status=SOFTBOUNCE", "status=undeliverable", "status=expired",
        "status=force-expired", "reject: ", "said: ", "refused to talk to me: ", "authentication failed",
    ];

    /// <inheritdoc/>
    public override int Recognise(ReadOnlySpan<byte> line) => LogHeader.Read(line).Program.IndexOf("postfix"u8) >= 0 ? 90 : 0;

    /// <inheritdoc/>
    public override Refusal? ReadLine(ReadOnlySpan<byte> line, SourceSpan span) =>
        Recognise(line) == 0 ? null : new Refusal { Format = Format, Source = span, Time = clock.Resolve(LogHeader.Read(line).Stamp), Explanation = limits.TextLength.ToString() };
}
