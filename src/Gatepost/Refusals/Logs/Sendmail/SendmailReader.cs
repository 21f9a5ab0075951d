namespace Gatepost.Refusals.Logs.Sendmail;

/// <summary>
/// Reads Sendmail's log: refusals of its rulesets and milters, failed logins, and deliveries that failed or were put
/// off. The program's name may be anything.
/// </summary>
/// <param name="clock">Makes times of what the lines say.</param>
public sealed class SendmailReader(LogClock clock) : LogReader
{
    /// <inheritdoc/>
    public override InputFormat Format => InputFormat.Sendmail;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needles { get; } =
        ["ruleset=", ", reject", ", stat=", "AUTH failure (", ">... ", "due to pre-greeting traffic"];

    /// <inheritdoc/>
    public override int Recognise(ReadOnlySpan<byte> line)
    {
        var header = LogHeader.Read(line);
        var text = line[header.MessageStart..];
        var isNamed = header.Program.IndexOf("sendmail"u8) >= 0 || header.Program.StartsWith("sm-"u8);
        if (!isNamed && header.Program.IndexOf("postfix"u8) >= 0) return 0;
        if (text.IndexOf("ruleset=check_"u8) >= 0 && text.IndexOf("arg1="u8) >= 0) return 100;
        if (text.IndexOf(", stat="u8) >= 0 && (text.IndexOf(", mailer="u8) >= 0 || text.IndexOf(", xdelay="u8) >= 0)) return 100;
        if (text.IndexOf(", nrcpts="u8) >= 0 || text.IndexOf(": Milter: "u8) >= 0 || text.IndexOf("AUTH failure ("u8) >= 0) return 90;
        return isNamed ? 90 : 0;
    }

    /// <inheritdoc/>
    public override Refusal? ReadLine(ReadOnlySpan<byte> line, SourceSpan span)
    {
        var refusals = new List<Refusal>(1);
        ReadAll(line, span, refusals);
        return refusals.Count == 0 ? null : refusals[0];
    }

    /// <inheritdoc/>
    public override void ReadAll(ReadOnlySpan<byte> line, SourceSpan span, ICollection<Refusal> refusals)
    {
        if (!MayHoldRefusal(line)) return;
        var header = LogHeader.Read(line);
        var text = LogText.Decode(line[header.MessageStart..]).AsSpan().TrimStart(' ');
        var colon = QueueIdLength(text);
        var body = colon == 0 ? text : text[(colon + 1)..].TrimStart(' ');
        var common = new Refusal
        {
            Format = InputFormat.Sendmail,
            Source = span,
            Software = "sendmail",
            Time = clock.Resolve(header.Stamp),
            ReportingMta = header.Host.IsEmpty ? null : LogText.Decode(header.Host),
            QueueId = colon == 0 || text[..colon] is "NOQUEUE" ? null : text[..colon].ToString(),
        };
        if (body.StartsWith("to=")) SendmailDelivery.Read(body, common, refusals);
        else if (SendmailRejection.Read(body, common) is { } refusal) refusals.Add(refusal);
    }

    private static bool MayHoldRefusal(ReadOnlySpan<byte> line) =>
        line.IndexOf("ruleset="u8) >= 0 || line.IndexOf(", reject"u8) >= 0 || line.IndexOf(", stat="u8) >= 0
        || line.IndexOf("AUTH failure ("u8) >= 0 || line.IndexOf(">... "u8) >= 0 || line.IndexOf("due to pre-greeting traffic"u8) >= 0;

    /// <summary>Length of the queue id before a colon; 0 where there is none.</summary>
    private static int QueueIdLength(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon is < 6 or > 24 || colon + 1 < text.Length && text[colon + 1] != ' ') return 0;
        foreach (var c in text[..colon])
            if (!char.IsAsciiLetterOrDigit(c)) return 0;
        return text[..colon] is "Milter" or "SYSERR" ? 0 : colon;
    }
}
