namespace Gatepost.Refusals.Logs.Exchange;

/// <summary>
/// Reads Exchange's message tracking log: the events FAIL and DEFER, and DSN where it carries the status that it reports.
/// The columns are those of the last <c>#Fields:</c> line.
/// </summary>
/// <param name="clock">Makes times of what the rows say.</param>
public sealed class TrackingReader(LogClock clock) : LogReader
{
    private Dictionary<string, int>? _columns;

    /// <inheritdoc/>
    public override InputFormat Format => InputFormat.ExchangeTracking;

    /// <inheritdoc/>
    public override bool IsStateless => false;

    /// <inheritdoc/>
    public override int Recognise(ReadOnlySpan<byte> line)
    {
        line = line.TrimStart("\uFEFF"u8);
        if (line.StartsWith("#Fields:"u8)) return line.IndexOf("event-id"u8) > 0 && line.IndexOf("recipient-status"u8) > 0 ? 100 : 0;
        return line.StartsWith("#Log-type: Message Tracking Log"u8) ? 100 : 0;
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
        line = line.TrimStart("\uFEFF"u8);
        if (line.StartsWith("#Fields:"u8))
        {
            _columns = Columns(LogText.Decode(line[8..]));
            return;
        }

        if (_columns is null || line.IsEmpty || line[0] == '#' || !MayHoldRefusal(line)) return;
        Row(_columns, CsvLine.Split(LogText.Decode(line)), span, refusals);
    }

    private static bool MayHoldRefusal(ReadOnlySpan<byte> line) =>
        line.IndexOf(",FAIL,"u8) >= 0 || line.IndexOf(",DEFER,"u8) >= 0 || line.IndexOf(",DSN,"u8) >= 0
        || line.IndexOf(",SUBMITFAIL,"u8) >= 0 || line.IndexOf(",SUBMITDEFER,"u8) >= 0;

    private static Dictionary<string, int>? Columns(string names)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var row = CsvLine.Split(names);
        for (var i = 0; i < row.Count; i++) columns.TryAdd(row[i].Trim(), i);
        return columns.ContainsKey("event-id") && columns.ContainsKey("recipient-address") ? columns : null;
    }

    private void Row(Dictionary<string, int> columns, List<string> row, SourceSpan span, ICollection<Refusal> refusals)
    {
        var kind = Value("event-id") switch
        {
            "FAIL" or "SUBMITFAIL" or "DSN" => RefusalKind.Failed,
            "DEFER" or "SUBMITDEFER" => RefusalKind.Delayed,
            _ => (RefusalKind?)null,
        };
        if (kind is null) return;
        var recipients = (Value("recipient-address") ?? "").Split(';', ReadLimits.Default.RefusalsPerDocument, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var statuses = TrackingStatus.Read(Value("recipient-status") ?? "", Math.Max(1, recipients.Length));
        var sender = Value("return-path") ?? Value("sender-address");
        var reply = LogText.ReplyOf(statuses[0].Text);
        for (var i = 0; i < statuses.Length; i++)
        {
            var status = statuses[i];
            if (i > 0 && !ReferenceEquals(status.Text, statuses[i - 1].Text)) reply = LogText.ReplyOf(status.Text);
            var isReport = Value("event-id") == "DSN";
            if (isReport && reply.IsPermanent is null) continue;
            var isRemote = status.Host is not null || status.Address is not null || Value("source") == "SMTP";
            refusals.Add(new Refusal
            {
                Format = InputFormat.ExchangeTracking,
                Source = span,
                Kind = isReport ? LogText.KindOf(reply) : kind.Value,
                Reply = reply,
                Recipient = recipients.Length == 0 ? null : LogText.BareOrNull(recipients[i]),
                Sender = sender is null ? null : LogText.Bare(sender),
                RemoteMta = status.Host,
                RemoteAddress = status.Address,
                ReportingMta = isRemote ? null : Value("server-hostname"),
                RefusedByReporter = !isRemote && Value("source") is "ROUTING" or "AGENT",
                Software = "exchange",
                Time = TimeOf(Value("date-time")),
                QueueId = Value("message-id") is { } id ? LogText.BareOrNull(id) : Value("internal-message-id"),
            });
        }

        string? Value(string name) => columns.TryGetValue(name, out var place) && place < row.Count ? LogText.OrNull(row[place]) : null;
    }

    private DateTimeOffset? TimeOf(string? text) =>
        text is not null && LogStampReader.TryRead(System.Text.Encoding.UTF8.GetBytes(text), out var stamp, out _) ? clock.Resolve(stamp) : null;
}
