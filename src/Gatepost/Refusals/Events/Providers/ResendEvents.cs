using System.Text.Json;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>Resend webhooks. <c>bounce.message</c> is Resend's prose; a server's words are at most in <c>bounce.diagnosticCode</c>.</summary>
internal sealed class ResendEvents() : EventProvider(InputFormat.Resend, "Resend")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o) =>
        o.HasObject("data") && o.Text("type")?.StartsWith("email.", StringComparison.Ordinal) == true ? 93 : 0;

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("type");
        var data = o.At("data");
        var bounce = data.At("bounce");
        RefusalKind? kind = name switch
        {
            "email.bounced" => bounce.Text("type") == "Transient" ? RefusalKind.Delayed : RefusalKind.Failed,
            "email.failed" or "email.suppressed" => RefusalKind.Failed,
            "email.delivery_delayed" => RefusalKind.Delayed,
            "email.complained" => RefusalKind.Complaint,
            _ => null,
        };
        if (kind is null)
        {
            sink.PassOver(name);
            return;
        }

        var type = bounce.Text("type");
        var subType = bounce.Text("subType");
        var common = sink.New(kind.Value) with
        {
            Software = "resend",
            Reply = DiagnosticOf(bounce, sink),
            Explanation = sink.Explain(
                type is null || subType is null ? type ?? subType : $"{type}: {subType}", bounce.Text("message"), data.Text("failed", "reason"), data.Text("suppressed", "message")),
            RefusedByReporter = name is "email.failed" or "email.suppressed" || subType is "Suppressed" or "OnAccountSuppressionList",
            Time = o.Time("created_at") ?? data.Time("created_at"),
            QueueId = data.Text("email_id"),
            Original = EventOriginal.From(data),
        };
        foreach (var recipient in data.Items("to")) sink.Add(common with { Recipient = recipient.Address() });
    }

    private static Reply DiagnosticOf(JsonElement bounce, EventSink sink)
    {
        foreach (var diagnostic in bounce.Items("diagnosticCode")) return sink.Reply(diagnostic.Text());
        return Reply.Empty;
    }
}
