namespace Gatepost.Refusals.Logs.OpenSmtpd;

/// <summary>
/// Reads OpenSMTPD's log in the forms of all its versions: commands that its listener refused, deliveries by mta and mda
/// that failed or were put off. Its relay denial is <c>550 Invalid recipient</c>.
/// </summary>
/// <param name="clock">Makes times of what the lines say.</param>
public sealed class OpenSmtpdReader(LogClock clock) : LogReader
{
    /// <inheritdoc/>
    public override InputFormat Format => InputFormat.OpenSmtpd;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needles { get; } = ["failed-command ", "Failed command on session ", "Fail", "Expire"];

    /// <inheritdoc/>
    public override int Recognise(ReadOnlySpan<byte> line)
    {
        var header = LogHeader.Read(line);
        if (header.Program.IndexOf("postfix"u8) >= 0) return 0;
        var text = line[header.MessageStart..];
        if (text.IndexOf("evpid="u8) >= 0 || text.IndexOf(" failed-command "u8) >= 0 || text.IndexOf("event=failed-command "u8) >= 0
            || text.IndexOf("smtp-in: "u8) >= 0 || text.IndexOf("Fail for "u8) >= 0) return 100;
        if (header.Program.SequenceEqual("smtpd"u8) || header.Program.IndexOf("opensmtpd"u8) >= 0) return 90;
        return text.Length > 21 && text[16] == ' ' && (text[17..].StartsWith("smtp "u8) || text[17..].StartsWith("mta "u8)) ? 80 : 0;
    }

    /// <inheritdoc/>
    public override Refusal? ReadLine(ReadOnlySpan<byte> line, SourceSpan span)
    {
        var isCommand = line.IndexOf("failed-command "u8) >= 0 || line.IndexOf("Failed command on session "u8) >= 0;
        if (!isCommand && line.IndexOf("Fail"u8) < 0 && line.IndexOf("Expire"u8) < 0) return null;
        var header = LogHeader.Read(line);
        // Its oldest forms begin with what looks like another tag (smtp-in:, relay:).
        var start = header.Program.SequenceEqual("smtp-in"u8) || header.Program.SequenceEqual("relay"u8) || header.Program.SequenceEqual("delivery"u8)
            ? line.IndexOf(header.Program) : header.MessageStart;
        var text = LogText.Decode(line[start..]);
        var refusal = isCommand ? OpenSmtpdLine.Command(text) : OpenSmtpdLine.Delivery(text);
        return refusal is null ? null : refusal with
        {
            Source = span,
            Software = "opensmtpd",
            Time = clock.Resolve(header.Stamp),
            ReportingMta = header.Host.IsEmpty ? null : LogText.Decode(header.Host),
        };
    }
}
