using System.Globalization;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.KumoMta;

/// <summary>
/// Reads KumoMTA's log records, one JSON object a line: Bounce, TransientFailure, Expiration, AdminBounce, OOB (a bounce
/// that came back as mail), Rejection (KumoMTA refused its own client), Feedback (a complaint).
/// </summary>
public sealed class KumoMtaReader : LogReader
{
    /// <inheritdoc/>
    public override InputFormat Format => InputFormat.KumoMta;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needles { get; } =
        ["Bounce\"", "\"TransientFailure\"", "\"Expiration\"", "\"OOB\"", "\"Rejection\"", "\"Feedback\""];

    /// <inheritdoc/>
    public override int Recognise(ReadOnlySpan<byte> line)
    {
        line = line.TrimStart("\uFEFF \t"u8);
        if (!line.StartsWith("{"u8) || line.IndexOf("\"type\""u8) < 0) return 0;
        var marks = (line.IndexOf("\"egress_source\""u8) >= 0 ? 1 : 0) + (line.IndexOf("\"peer_address\""u8) >= 0 ? 1 : 0)
            + (line.IndexOf("\"num_attempts\""u8) >= 0 ? 1 : 0) + (line.IndexOf("\"nodeid\""u8) >= 0 ? 1 : 0)
            + (line.IndexOf("\"bounce_classification\""u8) >= 0 ? 1 : 0) + (line.IndexOf("\"egress_pool\""u8) >= 0 ? 1 : 0)
            + (line.IndexOf("\"enhanced_code\""u8) >= 0 ? 1 : 0);
        return marks >= 2 ? 100 : marks == 1 ? 60 : 0;
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
        if (!MayHoldRefusal(line) || KumoRecord.TryRead(line.TrimStart("\uFEFF \t\0"u8)) is not { } record) return;
        if (KindOf(record) is not { } kind) return;
        var isInbound = record.Type == "Rejection";
        var isComplaint = kind == RefusalKind.Complaint;
        var peer = PeerOf(record);
        var first = new Refusal
        {
            Format = InputFormat.KumoMta,
            Source = span,
            Kind = kind,
            Reply = isComplaint ? Reply.Empty : ReplyOf(record),
            Explanation = isComplaint ? LogText.OrNull(record.FeedbackType)
                : record.Classification is "Uncategorized" ? null : LogText.OrNull(record.Classification),
            Sender = isComplaint ? BareIfAny(record.FeedbackSender) : BareIfAny(record.Sender),
            Phase = LogPhase.Of(record.Command),
            Command = CommandOf(record.Command),
            RemoteMta = isInbound || isComplaint ? null : peer.Name,
            RemoteAddress = isInbound || isComplaint ? null : peer.Address,
            RemotePort = isInbound || isComplaint ? null : peer.Port,
            RefusedByReporter = isInbound || record.Type == "AdminBounce",
            ClientAddress = isInbound ? peer.Address : null,
            Helo = isInbound ? peer.Name : null,
            Login = isInbound ? LogText.OrNull(record.Login) : null,
            Auth = isInbound && !string.IsNullOrWhiteSpace(record.Login) ? AuthState.Used
                : isInbound && LogPhase.Of(record.Command) == SmtpPhase.Auth ? AuthState.Failed : AuthState.Unknown,
            Software = "kumomta",
            Time = TimeOf(record),
            QueueId = LogText.OrNull(record.Id),
        };
        var recipients = isComplaint && record.FeedbackRecipients.Count > 0 ? record.FeedbackRecipients : record.Recipients;
        if (recipients.Count == 0) refusals.Add(first);
        foreach (var recipient in recipients) refusals.Add(first with { Recipient = LogText.BareOrNull(recipient) });
    }

    private static bool MayHoldRefusal(ReadOnlySpan<byte> line) =>
        line.IndexOf("Bounce\""u8) >= 0 || line.IndexOf("\"TransientFailure\""u8) >= 0 || line.IndexOf("\"Expiration\""u8) >= 0
        || line.IndexOf("\"OOB\""u8) >= 0 || line.IndexOf("\"Rejection\""u8) >= 0 || line.IndexOf("\"Feedback\""u8) >= 0;

    private static RefusalKind? KindOf(KumoRecord record) => record.Type switch
    {
        "Bounce" or "Expiration" or "AdminBounce" => RefusalKind.Failed,
        "OOB" => record.Code is >= 400 and < 500 ? RefusalKind.Delayed : RefusalKind.Failed,
        "TransientFailure" => RefusalKind.Delayed,
        "Rejection" => record.Code is >= 400 and < 500 ? RefusalKind.Delayed : RefusalKind.Failed,
        "Feedback" => RefusalKind.Complaint,
        _ => null,
    };

    private static Reply ReplyOf(KumoRecord record)
    {
        // The content may repeat codes and hold several lines; the record's own fields are what KumoMTA read them as.
        var reply = LogText.ReplyOf(record.Content);
        return reply with { Code = record.Code ?? reply.Code, Enhanced = record.Enhanced ?? reply.Enhanced };
    }

    private static string? CommandOf(string? command) => command is null or "." ? null : LogText.CommandOf(command);

    private static string? BareIfAny(string? address) => address is null ? null : LogText.Bare(address);

    private static LogEndpoint PeerOf(KumoRecord record)
    {
        var address = LogEndpoint.AddressOf(record.PeerAddress);
        int? port = null;
        if (record.PeerAddress is { } text && text.LastIndexOf(':') is var colon and > 0 && (text.IndexOf(':') == colon || text[colon - 1] == ']'))
        {
            address = LogEndpoint.AddressOf(text.AsSpan(0, colon).Trim("[]"));
            port = LogEndpoint.PortOf(text.AsSpan(colon + 1));
        }

        return new LogEndpoint(LogText.OrNull(record.PeerName.AsSpan().TrimEnd('.')), address, port);
    }

    private static DateTimeOffset? TimeOf(KumoRecord record)
    {
        if (record.EventTime is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return time;
        return record.Timestamp is { } seconds and > 0 and < 253_402_300_799 ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * 1e7)) : null;
    }
}
