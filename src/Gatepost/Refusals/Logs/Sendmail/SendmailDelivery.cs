using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Sendmail;

/// <summary>
/// <c>to=&lt;a&gt;,&lt;b&gt;, … mailer=esmtp, … relay=host. [ip], dsn=5.7.1,[ reply=550 …,] stat=User unknown</c>. <c>stat</c> is Sendmail's
/// word for what happened, not the reply, and often the wrong one: <c>dsn</c> says what became of the recipient.
/// </summary>
internal static class SendmailDelivery
{
    public static void Read(ReadOnlySpan<char> text, Refusal common, ICollection<Refusal> refusals)
    {
        var end = RecipientsEnd(text);
        var recipients = text[3..end];
        var rest = text[end..];
        var at = rest.IndexOf(", stat=");
        if (at < 0) return;
        var stat = rest[(at + 7)..].Trim();
        var before = rest[..at];
        EnhancedStatus? dsn = EnhancedStatus.TryReadPrefix(LogText.Between(before, ", dsn=", ","), out var status, out _) ? status : null;
        if (KindOf(dsn, stat) is not { } kind) return;
        var reply = ReplyOf(before, stat);
        var relay = LogText.Between(before, ", relay=", ", dsn=");
        var host = relay.StartsWith("local") ? default : LogEndpoint.Read(relay);
        var first = common with
        {
            Kind = kind,
            Reply = reply,
            ReportedStatus = dsn,
            Explanation = LogText.OrNull(stat),
            RemoteMta = host.Name,
            RemoteAddress = host.Address,
        };
        while (!recipients.IsEmpty)
        {
            var length = recipients[0] == '<' && LogText.PathEnd(recipients) is var close and > 0 ? close + 1 : 0;
            var comma = recipients[length..].IndexOf(',');
            var one = comma < 0 ? recipients : recipients[..(length + comma)];
            recipients = comma < 0 ? default : recipients[(length + comma + 1)..];
            if (LogText.BareOrNull(one) is { } recipient) refusals.Add(first with { Recipient = recipient });
        }
    }

    private static RefusalKind? KindOf(EnhancedStatus? dsn, ReadOnlySpan<char> stat)
    {
        if (stat.StartsWith("Sent") || stat.StartsWith("queued")) return null;
        return dsn?.Class switch
        {
            2 => null,
            4 => RefusalKind.Delayed,
            5 => RefusalKind.Failed,
            _ => stat.StartsWith("Deferred") ? RefusalKind.Delayed : RefusalKind.Failed,
        };
    }

    /// <summary><c>reply=</c> where this Sendmail logs it; else the reply that <c>stat=Deferred: 450 …</c> quotes; else none.</summary>
    private static Reply ReplyOf(ReadOnlySpan<char> before, ReadOnlySpan<char> stat)
    {
        var at = before.IndexOf(", reply=");
        if (at >= 0) return LogText.ReplyOf(before[(at + 8)..]);
        var quoted = stat.StartsWith("Deferred: ") ? stat[10..] : stat;
        return quoted.Length > 3 && char.IsAsciiDigit(quoted[0]) && LogText.ReplyOf(quoted) is { Code: not null } reply ? reply : Reply.Empty;
    }

    private static int RecipientsEnd(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        foreach (var key in (ReadOnlySpan<string>)[", ctladdr=", ", delay=", ", xdelay=", ", mailer=", ", pri=", ", relay=", ", dsn=", ", stat="])
            if (text[..end].IndexOf(key) is var at and > 0) end = at;
        return end;
    }
}
