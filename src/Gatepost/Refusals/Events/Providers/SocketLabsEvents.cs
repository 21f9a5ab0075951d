using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>SocketLabs notifications: <c>Type</c> <c>Failed</c> and <c>Complaint</c>; <c>DiagnosticCode</c> is the reply.</summary>
internal sealed class SocketLabsEvents() : EventProvider(InputFormat.SocketLabs, "SocketLabs")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o) =>
        o.Has("Type", "Address") && (o.Has("ServerId") || o.Has("SecretKey") || o.Has("FailureCode") || o.Has("DiagnosticCode")) ? 92 : 0;

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("Type");
        RefusalKind? kind = name switch
        {
            "Failed" => o.Text("FailureType") is "Temporary" or "1" ? RefusalKind.Delayed : RefusalKind.Failed,
            "Deferred" => RefusalKind.Delayed,
            "Complaint" => RefusalKind.Complaint,
            _ => null,
        };
        if (kind is null)
        {
            sink.PassOver(name);
            return;
        }

        sink.Add(sink.New(kind.Value) with
        {
            Software = "socketlabs",
            Recipient = o.Address("Address"),
            Reply = sink.Reply(o.Text("DiagnosticCode") ?? o.Text("Reason")),
            ReportedStatus = o.Status("BounceStatus"),
            Explanation = sink.Explain(name, o.Text("FailureType"), o.Text("Reason")),
            RemoteMta = EventText.MtaName(o.Text("RemoteMta")),
            Time = o.Time("DateTime"),
            QueueId = o.Text("MessageId"),
            Original = o.Has("FromAddress") ? new OriginalMessage { From = o.Address("FromAddress"), HeadersOnly = true } : null,
        });
    }
}
