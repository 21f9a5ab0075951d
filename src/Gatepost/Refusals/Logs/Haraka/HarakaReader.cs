using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Haraka;

/// <summary>
/// Reads Haraka's log in its formats DEFAULT, LOGFMT and JSON. Inbound: the recipients and senders that the core reports as
/// denied, and at the other stages the hook whose plugin denied. Outbound: recipients rejected or deferred by the next
/// server, and messages bounced or put off as a whole.
/// </summary>
/// <param name="clock">Makes times of what the lines say.</param>
public sealed class HarakaReader(LogClock clock) : LogReader
{
    /// <inheritdoc/>
    public override InputFormat Format => InputFormat.Haraka;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needles { get; } = ["DENY", " rejected: ", " deferred: ", "Upstream error: ", "ounc"];

    /// <inheritdoc/>
    public override int Recognise(ReadOnlySpan<byte> line)
    {
        var text = line[Start(line)..];
        if (text.IsEmpty) return 0;
        if (text[0] == '{') return text.StartsWith("{\"level\":"u8) && text.IndexOf("\"message\":"u8) > 0 ? 90 : 0;
        if (text.StartsWith("level="u8)) return text.IndexOf(" message="u8) > 0 ? 90 : 0;
        return HarakaEvent.TryRead(LogText.Decode(text[..Math.Min(text.Length, 300)])) is null ? 0 : 90;
    }

    /// <inheritdoc/>
    public override Refusal? ReadLine(ReadOnlySpan<byte> line, SourceSpan span)
    {
        if (line.IndexOf("DENY"u8) < 0 && line.IndexOf(" rejected: "u8) < 0 && line.IndexOf(" deferred: "u8) < 0
            && line.IndexOf("Upstream error: "u8) < 0 && line.IndexOf("ounc"u8) < 0) return null;
        if (HarakaEvent.TryRead(LogText.Decode(line[Start(line)..])) is not { } entry) return null;
        var refusal = entry.Origin == "outbound" ? Outbound(entry) : Inbound(entry);
        if (refusal is null) return null;
        var header = LogHeader.Read(line);
        return refusal with
        {
            Source = span,
            Software = "haraka",
            Time = clock.Resolve(header.Stamp),
            ReportingMta = header.Host.IsEmpty ? null : LogText.Decode(header.Host),
            QueueId = entry.Uuid,
        };
    }

    private static Refusal? Inbound(HarakaEvent entry)
    {
        var isRecipient = entry.Message.StartsWith("recipient ", StringComparison.Ordinal);
        var isSender = entry.Message.StartsWith("sender ", StringComparison.Ordinal);
        var code = isRecipient || isSender ? entry["code"] : entry["retval"];
        if (code is null || !code.StartsWith("DENY", StringComparison.Ordinal)) return null;
        var hook = entry["hook"];
        // The core reports these two stages itself.
        if (!isRecipient && !isSender && hook is null or "rcpt" or "rcpt_ok" or "mail") return null;
        var reply = LogText.ReplyOf(entry["msg"]);
        return new Refusal
        {
            Format = InputFormat.Haraka,
            Source = default,
            Kind = code.StartsWith("DENYSOFT", StringComparison.Ordinal) ? RefusalKind.Delayed : RefusalKind.Failed,
            Reply = reply,
            Explanation = isRecipient || isSender ? null : LogText.OrNull(entry["plugin"]),
            Phase = isRecipient ? SmtpPhase.Rcpt : isSender ? SmtpPhase.Mail : PhaseOf(hook),
            Recipient = isRecipient ? LogText.PathOf(entry.Message) : null,
            Sender = isSender ? LogText.PathOf(entry.Message) : entry["sender"] is { } sender ? LogText.Bare(sender) : null,
            RefusedByReporter = true,
        };
    }

    private static Refusal? Outbound(HarakaEvent entry)
    {
        ReadOnlySpan<char> text = entry.Message;
        var isRecipient = text.StartsWith("recipient ");
        var end = isRecipient && text.IndexOf('<') is var open and > 0 ? open + LogText.PathEnd(text[open..]) + 1 : 0;
        var rest = text[end..];
        if (isRecipient)
        {
            var isRejected = rest.StartsWith(" rejected: ");
            if (!isRejected && !rest.StartsWith(" deferred: ")) return null;
            return new Refusal
            {
                Format = InputFormat.Haraka,
                Source = default,
                Kind = isRejected ? RefusalKind.Failed : RefusalKind.Delayed,
                Reply = LogText.ReplyOf(rest[11..]),
                Phase = SmtpPhase.Rcpt,
                Recipient = LogText.PathOf(text),
            };
        }

        // A message as a whole; where only recipients were refused, each has its own line.
        var isDelay = text.StartsWith("Temp fail") || text.StartsWith("deferred") || text.StartsWith("Deferred");
        var isBounce = text.StartsWith("bounc") || text.StartsWith("Bounc");
        if ((!isDelay && !isBounce) || text.Contains("Some recipients ", StringComparison.Ordinal)) return null;
        var said = text.IndexOf("Upstream error: ");
        var colon = text.IndexOf(": ");
        var reason = said >= 0 ? text[(said + 16)..] : colon >= 0 ? text[(colon + 2)..] : default;
        var reply = LogText.ReplyOf(reason);
        return reply.Code is null ? null : new Refusal
        {
            Format = InputFormat.Haraka,
            Source = default,
            Kind = isDelay ? RefusalKind.Delayed : RefusalKind.Failed,
            Reply = reply,
        };
    }

    private static SmtpPhase PhaseOf(string? hook) => hook switch
    {
        "lookup_rdns" or "connect" or "connect_init" => SmtpPhase.Connect,
        "helo" or "ehlo" => SmtpPhase.Ehlo,
        "data" => SmtpPhase.Data,
        "data_post" or "queue" or "queue_outbound" or "max_data_exceeded" => SmtpPhase.EndOfData,
        "unrecognized_command" or "vrfy" or "noop" or "rset" or "quit" => SmtpPhase.Other,
        _ => SmtpPhase.Unknown,
    };

    /// <summary>Where Haraka's own line begins, after a time or a syslog header.</summary>
    private static int Start(ReadOnlySpan<byte> line)
    {
        if (!line.IsEmpty && line[0] == '{') return 0;
        var header = LogHeader.Read(line).MessageStart;
        return line[..header].IndexOf("level="u8) is var level and >= 0 ? level : header;
    }
}
