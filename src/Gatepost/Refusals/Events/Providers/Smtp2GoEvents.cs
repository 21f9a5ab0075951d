using System.Text.Json;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>SMTP2GO webhooks, JSON or form: <c>message</c> is the reply, <c>context</c> the command, <c>host</c> who gave it.</summary>
internal sealed class Smtp2GoEvents() : EventProvider(InputFormat.Smtp2Go, "SMTP2GO")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o) =>
        o.Has("event") && (o.Has("email_id") || o.Has("sendtime") || o.Has("srchost")) && (o.Has("rcpt") || o.Has("email") || o.Has("recipients")) ? 90 : 0;

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("event");
        RefusalKind? kind = name switch
        {
            "bounce" => o.Text("bounce") == "soft" ? RefusalKind.Delayed : RefusalKind.Failed,
            "reject" => RefusalKind.Failed,
            "spam" => RefusalKind.Complaint,
            _ => null,
        };
        if (kind is null)
        {
            sink.PassOver(name);
            return;
        }

        var (host, address) = SplitHost(o.Text("host"));
        var command = o.Text("context");
        sink.Add(sink.New(kind.Value) with
        {
            Software = "smtp2go",
            Recipient = o.Address("rcpt") ?? o.Address("email") ?? o.Address("recipients"),
            Sender = o.Address("sender"),
            Reply = sink.Reply(o.Text("message")),
            Explanation = sink.Explain(name, o.Text("bounce"), o.Text("reason")),
            Phase = PhaseOf(command),
            Command = command,
            RemoteMta = host,
            RemoteAddress = address,
            RefusedByReporter = name == "reject",
            Time = o.Time("time") ?? o.Time("sendtime"),
            QueueId = o.Text("email_id") ?? o.Text("id"),
            Original = EventOriginal.From(o),
        });
    }

    /// <summary><c>host [ip]</c>.</summary>
    private static (string? Host, string? Address) SplitHost(string? text)
    {
        if (text is null) return (null, null);
        var open = text.IndexOf('[');
        if (open < 0) return (text.Trim(), null);
        var address = text[(open + 1)..].TrimEnd(' ', ']');
        var host = text[..open].Trim();
        return (host.Length == 0 ? null : host, address.Length == 0 ? null : address);
    }

    private static SmtpPhase PhaseOf(string? command) => command switch
    {
        null => SmtpPhase.Unknown,
        _ when command.StartsWith("RCPT TO", StringComparison.OrdinalIgnoreCase) => SmtpPhase.Rcpt,
        _ when command.StartsWith("MAIL FROM", StringComparison.OrdinalIgnoreCase) => SmtpPhase.Mail,
        _ when command.StartsWith("DATA", StringComparison.OrdinalIgnoreCase) => SmtpPhase.Data,
        _ => SmtpPhase.Unknown,
    };
}
