namespace Gatepost.Refusals.Logs.Exim;

/// <summary>
/// Reads Exim's main and reject logs: as files, under syslog, or from a container's output. Failed (<c>**</c>) and
/// deferred (<c>==</c>) deliveries, a remote host's refusal that only made Exim try the next one, refused commands and
/// connections, failed logins. The message headers that a reject log adds below a line are passed over, and so is
/// <c>sender verify fail</c>, after which Exim logs the refusal that it led to.
/// </summary>
/// <param name="clock">Makes times of what the lines say.</param>
public sealed class EximReader(LogClock clock) : LogReader
{
    /// <inheritdoc/>
    public override InputFormat Format => InputFormat.Exim;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needles { get; } = ["** ", "== ", "rejected", "authenticator failed for", " refused", " error from remote mail"];

    /// <inheritdoc/>
    public override int Recognise(ReadOnlySpan<byte> line)
    {
        var parts = EximLine.Read(line);
        var text = parts.Text;
        var isNamed = parts.Header.Program.StartsWith("exim"u8) || parts.Header.Program.SequenceEqual("LOG"u8);
        if (!isNamed && !parts.Header.Program.IsEmpty && parts.MessageId.IsEmpty) return 0;
        if (!parts.MessageId.IsEmpty)
            return IsFlagged(text) || text.StartsWith("Completed"u8) || isNamed ? 100 : parts.IsDated ? 70 : 40;
        if (isNamed) return 95;
        if (text.IndexOf(" authenticator failed for "u8) >= 0) return 90;
        if ((text.StartsWith("H="u8) || text.StartsWith("F="u8) || text.StartsWith("U="u8))
            && (text.IndexOf("rejected "u8) >= 0 || text.IndexOf("sender verify "u8) >= 0 || text.IndexOf("Warning: "u8) >= 0)) return 95;
        return parts.IsDated && (text.StartsWith("exim "u8) || text.StartsWith("unqualified "u8)
            || text.StartsWith("rejected "u8) || text.StartsWith("SMTP protocol "u8) || text.StartsWith("Connection from "u8)
            || text.StartsWith("refused connection from "u8) || text.StartsWith("SMTP call from "u8)
            || text.StartsWith("SMTP connection from "u8) || text.StartsWith("Start queue run: "u8)
            || text.StartsWith("End queue run: "u8) || text.StartsWith("no host name found for IP address"u8)) ? 80 : 0;
    }

    /// <inheritdoc/>
    public override Refusal? ReadLine(ReadOnlySpan<byte> line, SourceSpan span)
    {
        var parts = EximLine.Read(line);
        var bytes = parts.Text;
        var isDelivery = bytes.StartsWith("** "u8) || bytes.StartsWith("== "u8);
        if (!isDelivery && (IsFlagged(bytes) || !MayHoldRefusal(bytes))) return null;
        var text = LogText.Decode(bytes);
        var refusal = isDelivery ? EximDelivery.Read(text) : EximHostError.Read(text) ?? EximRejection.Read(text);
        if (refusal is null) return null;
        return refusal with
        {
            Source = span,
            Software = "exim",
            Time = clock.Resolve(parts.Stamp),
            QueueId = parts.MessageId.IsEmpty ? null : LogText.Decode(parts.MessageId),
            ReportingMta = parts.Header.Host.IsEmpty ? null : LogText.Decode(parts.Header.Host),
        };
    }

    /// <inheritdoc/>
    public override bool SeemsRefusal(ReadOnlySpan<byte> line)
    {
        var text = EximLine.Read(line).Text;
        return text.StartsWith("** "u8) || text.StartsWith("== "u8) || text.IndexOf(" rejected RCPT "u8) > 0;
    }

    private static bool MayHoldRefusal(ReadOnlySpan<byte> text) =>
        text.IndexOf("rejected"u8) >= 0 || text.IndexOf(" authenticator failed for "u8) >= 0
        || text.IndexOf(" error from remote mail"u8) >= 0 || text.IndexOf("refused"u8) >= 0;

    private static bool IsFlagged(ReadOnlySpan<byte> text) =>
        text.Length > 2 && text[2] == ' '
        && (text.StartsWith("<="u8) || text.StartsWith("=>"u8) || text.StartsWith("->"u8) || text.StartsWith(">>"u8)
            || text.StartsWith("*>"u8) || text.StartsWith("**"u8) || text.StartsWith("=="u8));
}
