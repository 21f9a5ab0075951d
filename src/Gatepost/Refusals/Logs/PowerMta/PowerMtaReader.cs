using System.Buffers;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.PowerMta;

/// <summary>
/// Reads PowerMTA's accounting files: bounces (<c>b</c>), transient failures (<c>t</c>, and <c>tq</c> of a whole queue), remote
/// bounces that came back later as mail (<c>rb</c>), and feedback loop complaints (<c>f</c>). The columns are those of the
/// last header; without one, a row is read only where it fits the stock columns.
/// </summary>
/// <param name="clock">Makes times of what the rows say.</param>
public sealed class PowerMtaReader(LogClock clock) : LogReader
{
    private static readonly SearchValues<char> TypeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    private PowerMtaColumns? _columns;

    /// <inheritdoc/>
    public override InputFormat Format => InputFormat.PowerMta;

    /// <inheritdoc/>
    public override bool IsStateless => false;

    /// <inheritdoc/>
    public override int Recognise(ReadOnlySpan<byte> line)
    {
        if (IsHeader(line)) return PowerMtaColumns.TryRead(LogText.Decode(line)) is null ? 0 : 100;
        var comma = line.IndexOf((byte)',');
        if (comma is < 1 or > 2 || !IsType(line[..comma])) return 0;
        var rest = line[(comma + 1)..].TrimStart((byte)'"');
        return LogStampReader.TryRead(rest, out var stamp, out _) && stamp.Year is not null ? 90 : 0;
    }

    /// <inheritdoc/>
    public override Refusal? ReadLine(ReadOnlySpan<byte> line, SourceSpan span)
    {
        if (IsHeader(line) && PowerMtaColumns.TryRead(LogText.Decode(line)) is { } columns)
        {
            _columns = columns;
            return null;
        }

        if (line.StartsWith("d,"u8) || line.StartsWith("r,"u8) || line.IsEmpty) return null;
        var row = CsvLine.Split(LogText.Decode(line.TrimStart("\uFEFF"u8)));
        return _columns is not null ? Row(_columns, row, span) : FitsStock(row) ? Row(PowerMtaColumns.Stock, row, span) : null;
    }

    /// <inheritdoc/>
    public override bool SeemsRefusal(ReadOnlySpan<byte> line) =>
        line.StartsWith("b,"u8) || line.StartsWith("t,"u8) || line.StartsWith("rb,"u8);

    private static bool IsHeader(ReadOnlySpan<byte> line)
    {
        line = line.TrimStart("\uFEFF# \""u8);
        return line.Length > 5 && (line[0] | 0x20) == 't' && (line[1] | 0x20) == 'y' && (line[2] | 0x20) == 'p' && (line[3] | 0x20) == 'e';
    }

    private static bool IsType(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("d"u8) || type.SequenceEqual("b"u8) || type.SequenceEqual("t"u8) || type.SequenceEqual("r"u8)
        || type.SequenceEqual("rb"u8) || type.SequenceEqual("tq"u8) || type.SequenceEqual("f"u8);

    private static bool FitsStock(List<string> row) =>
        row.Count >= 11 && row[6] is "failed" or "delayed" or "relayed" && row[4].Contains('@');

    private Refusal? Row(PowerMtaColumns columns, List<string> row, SourceSpan span)
    {
        RefusalKind? kind = columns.Value(row, "type") switch
        {
            "b" or "rb" => RefusalKind.Failed,
            "t" or "tq" => RefusalKind.Delayed,
            "f" => RefusalKind.Complaint,
            _ => null,
        };
        if (kind is null) return null;
        var isComplaint = kind == RefusalKind.Complaint;
        var status = columns.Value(row, "dsnStatus");
        var mta = LogEndpoint.Read(Untyped(columns.Value(row, "dsnMta")));
        return new Refusal
        {
            Format = InputFormat.PowerMta,
            Source = span,
            Kind = kind.Value,
            Reply = LogText.ReplyOf(Untyped(columns.Value(row, "dsnDiag"))),
            ReportedStatus = StatusOf(status),
            Explanation = isComplaint ? columns.Value(row, "feedbackType") : Explain(columns.Value(row, "bounceCat"), status),
            Recipient = LogText.BareOrNull(columns.Value(row, "rcpt")),
            OriginalRecipient = LogText.BareOrNull(Untyped(columns.Value(row, "orcpt"))),
            Sender = columns.Value(row, "orig") is { } sender ? LogText.Bare(sender)
                : columns.Has("orig") && columns.Value(row, "type") is "b" or "t" ? "" : null,
            RemoteMta = mta.Name,
            RemoteAddress = mta.Address ?? LogEndpoint.AddressOf(columns.Value(row, "dlvDestinationIp")),
            ReportingMta = LogEndpoint.Read(Untyped(columns.Value(row, "dsnReportingMta") ?? columns.Value(row, "reportingMta"))).Name,
            ClientAddress = isComplaint ? LogEndpoint.AddressOf(columns.Value(row, "repSourceIp")) : null,
            Software = "powermta",
            Time = TimeOf(columns.Value(row, "timeLogged")),
            QueueId = columns.Value(row, "envId"),
        };
    }

    /// <summary>The value without its type: <c>smtp;550 …</c>, <c>rfc822;a@b</c>, <c>dns;host</c>.</summary>
    private static ReadOnlySpan<char> Untyped(string? value)
    {
        var text = value.AsSpan();
        var semicolon = text[..Math.Min(text.Length, 24)].IndexOf(';');
        return semicolon > 0 && text[..semicolon].IndexOfAnyExcept(TypeCharacters) < 0 ? text[(semicolon + 1)..].Trim() : text;
    }

    private static EnhancedStatus? StatusOf(string? text) =>
        EnhancedStatus.TryReadPrefix(text, out var status, out _) ? status : null;

    /// <summary>The bounce category, and PowerMTA's words for the status in parentheses.</summary>
    private static string? Explain(string? category, string? status)
    {
        var open = status?.IndexOf('(') ?? -1;
        var words = open < 0 ? null : LogText.OrNull(status.AsSpan(open).Trim("()"));
        return category is null ? words : words is null ? category : $"{category} ({words})";
    }

    private DateTimeOffset? TimeOf(string? text)
    {
        Span<byte> bytes = stackalloc byte[48];
        if (text is null || text.Length > bytes.Length || !System.Text.Ascii.IsValid(text)) return null;
        var length = System.Text.Encoding.ASCII.GetBytes(text, bytes);
        return LogStampReader.TryRead(bytes[..length], out var stamp, out _) ? clock.Resolve(stamp) : null;
    }
}
