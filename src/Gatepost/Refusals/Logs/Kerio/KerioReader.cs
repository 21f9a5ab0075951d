using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Kerio;

/// <summary>
/// Reads Kerio Connect's (Kerio MailServer's) security log (relay attempts, block lists, unknown recipients, spam, failed
/// SMTP logins) and the failed and delayed deliveries of its mail log. Every line begins with <c>[30/Dec/2013 05:27:59] </c>.
/// </summary>
/// <param name="clock">Makes times of what the lines say.</param>
public sealed class KerioReader(LogClock clock) : LogReader
{
    /// <inheritdoc/>
    public override InputFormat Format => InputFormat.Kerio;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needles { get; } =
        [" rejected", "Relay attempt from ", "Result: failed", "Result: delayed", "unknown recipient", "SMTP login", "SMTP: "];

    /// <inheritdoc/>
    public override int Recognise(ReadOnlySpan<byte> line)
    {
        var text = Text(line, out _);
        if (text.IsEmpty) return 0;
        return text.StartsWith("Relay attempt from "u8) || text.StartsWith("Sent: Queue-ID: "u8) || text.StartsWith("Recv: Queue-ID: "u8) ? 100
            : text.IndexOf(" from IP address "u8) > 0 || text.StartsWith("Failed SMTP login from "u8) || text.StartsWith("Message from <"u8)
                || text.StartsWith("IP address "u8) ? 80 : 0;
    }

    /// <inheritdoc/>
    public override Refusal? ReadLine(ReadOnlySpan<byte> line, SourceSpan span)
    {
        var bytes = Text(line, out var stamp);
        if (bytes.IsEmpty) return null;
        var text = LogText.Decode(bytes);
        var refusal = text.StartsWith("Sent: ", StringComparison.Ordinal) ? Sent(text) : Security(text);
        return refusal is null ? null : refusal with { Source = span, Software = "kerio", Time = clock.Resolve(stamp) };
    }

    /// <summary><c>Sent: Queue-ID: x, Recipient: &lt;r&gt;, Result: failed, Status: 5.1.1 text, Remote-Host: ip, Msg-Id: …</c>.</summary>
    private static Refusal? Sent(ReadOnlySpan<char> text)
    {
        var result = LogText.Between(text, "Result: ", ",");
        if (result is not ("failed" or "delayed")) return null;
        var status = LogText.Between(text, "Status: ", ", Remote-Host: ");
        EnhancedStatus? reported = EnhancedStatus.TryReadPrefix(status, out var found, out var length) ? found : null;
        return new Refusal
        {
            Format = InputFormat.Kerio,
            Source = default,
            Kind = result is "failed" ? RefusalKind.Failed : RefusalKind.Delayed,
            Reply = LogText.ReplyOf(status[(reported is null ? 0 : length)..]),
            ReportedStatus = reported,
            Recipient = LogText.BareOrNull(LogText.Between(text, "Recipient: ", ", Result: ")),
            RemoteAddress = LogEndpoint.AddressOf(LogText.Between(text, "Remote-Host: ", ",")),
            QueueId = LogText.OrNull(LogText.Between(text, "Queue-ID: ", ",")),
        };
    }

    private static Refusal? Security(string line)
    {
        ReadOnlySpan<char> text = line;
        var isLogin = text.StartsWith("Failed SMTP login from ") || (text.StartsWith("SMTP: ") && text.Contains("Attempt from IP address ", StringComparison.Ordinal));
        var isUnknown = text.Contains(" unknown recipient ", StringComparison.Ordinal);
        if (!isLogin && !isUnknown && text.IndexOf(" rejected") < 0) return null;
        if (!isLogin && text.IndexOf("IP address ") < 0 && text.IndexOf("from <") < 0) return null;
        var address = LogText.Between(text, isLogin && text.StartsWith("Failed") ? "login from " : "IP address ", " ").TrimEnd(".,:;");
        var sender = Path(text, "from <") ?? Path(text, "sender <");
        var recipient = Path(text, "to <") ?? Path(text, "recipient <");
        return new Refusal
        {
            Format = InputFormat.Kerio,
            Source = default,
            Reply = new Reply(null, null, LogText.Cut(text.Trim())),
            Phase = isLogin ? SmtpPhase.Auth : text.Contains(" spam filter", StringComparison.Ordinal) ? SmtpPhase.EndOfData
                : text.Contains("before SMTP greeting", StringComparison.Ordinal) ? SmtpPhase.Connect
                : recipient is not null ? SmtpPhase.Rcpt : SmtpPhase.Unknown,
            Sender = sender,
            Recipient = LogText.OrNull(recipient),
            RefusedByReporter = true,
            ClientAddress = LogEndpoint.AddressOf(address),
            Login = isLogin ? LoginOf(text) : null,
            Auth = isLogin ? AuthState.Failed : AuthState.Unknown,
        };
    }

    /// <summary><c>SMTP: User joe@example.org doesn't exist.</c>, <c>SMTP: Invalid password for user joe@example.org.</c></summary>
    private static string? LoginOf(ReadOnlySpan<char> text)
    {
        var name = LogText.Between(text, "for user ", " ");
        if (name.IsEmpty) name = LogText.Between(text, "SMTP: User ", " ");
        if (name.IsEmpty) name = LogText.Between(text, ", user ", " ");
        return LogText.OrNull(name.TrimEnd(".,"));
    }

    private static string? Path(ReadOnlySpan<char> text, string key) =>
        text.IndexOf(key) is var at and >= 0 ? LogText.PathOf(text[at..]) : null;

    /// <summary>What follows the time; empty where the line does not begin with one in brackets.</summary>
    private static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> line, out LogStamp stamp)
    {
        stamp = default;
        line = line.TrimStart("\uFEFF"u8);
        if (line.IsEmpty || line[0] != '[' || !LogStampReader.TryRead(line, out stamp, out var length)) return default;
        return line[length..].TrimStart((byte)' ');
    }
}
