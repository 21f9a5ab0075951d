using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.OpenSmtpd;

/// <summary>The grammars of OpenSMTPD's lines, from 5.4 on.</summary>
internal static class OpenSmtpdLine
{
    /// <summary>
    /// <c>SESSION smtp failed-command command="RCPT TO:&lt;r&gt;" result="550 …"</c>, <c>smtp event=failed-command address=… host=… command=…</c>,
    /// <c>smtp-in: Failed command on session X: "RCPT TO:&lt;r&gt;" =&gt; 550 …</c>.
    /// </summary>
    public static Refusal? Command(string line)
    {
        ReadOnlySpan<char> text = line;
        ReadOnlySpan<char> command, result;
        var start = text.IndexOf("command=\"");
        if (start >= 0)
        {
            command = text[(start + 9)..];
            var end = command.LastIndexOf("\" result=\"");
            if (end < 0) return null;
            result = command[(end + 10)..].TrimEnd(' ');
            if (result.EndsWith('"')) result = result[..^1];
            command = command[..end];
        }
        else
        {
            start = text.IndexOf(": \"");
            var end = text.LastIndexOf("\" => ");
            if (start < 0 || end < start + 3) return null;
            command = text[(start + 3)..end];
            result = text[(end + 5)..];
        }

        var reply = LogText.ReplyOf(result);
        if (reply.Code is null or < 400) return null;
        var phase = LogPhase.Of(command);
        return new Refusal
        {
            Format = InputFormat.OpenSmtpd,
            Source = default,
            Kind = LogText.KindOf(reply),
            Reply = reply,
            Phase = phase,
            Command = LogText.CommandOf(command),
            Recipient = phase == SmtpPhase.Rcpt ? LogText.PathOf(command) : null,
            Sender = phase == SmtpPhase.Mail ? LogText.PathOf(command) : null,
            RefusedByReporter = true,
            ClientAddress = LogEndpoint.AddressOf(LogText.Between(text, " address=", " ")),
            ClientName = LogEndpoint.Read(LogText.Between(text, " host=", " ")).Name,
            Auth = phase == SmtpPhase.Auth ? AuthState.Failed : AuthState.Unknown,
        };
    }

    /// <summary>
    /// <c>SESSION mta delivery evpid=… from=&lt;s&gt; to=&lt;r&gt; rcpt=&lt;o&gt; … relay="ip (name)" … result="PermFail" stat="550 …"</c>,
    /// <c>relay: PermFail for EVP: session=…, from=&lt;s&gt;, to=&lt;r&gt;, rcpt=&lt;-&gt;, …, stat=550 …</c>.
    /// </summary>
    public static Refusal? Delivery(string line)
    {
        ReadOnlySpan<char> text = line;
        var old = text.IndexOf("Fail for ");
        var isOld = old > 0 && text[..old].IndexOf(": ") >= 0 && text.IndexOf("evpid=") < 0;
        var fields = text;
        var statAt = text.IndexOf(isOld ? ", stat=" : " stat=");
        if (statAt < 0) return null;
        fields = text[..statAt];
        var stat = text[(statAt + (isOld ? 7 : 6))..].Trim(' ');
        if (stat.StartsWith('"')) stat = stat[1..];
        if (stat.EndsWith('"') && !isOld && text[statAt + 6] == '"') stat = stat[..^1];
        var result = isOld ? text[..(old + 4)][(text[..old].LastIndexOf(": ") + 2)..] : LogText.Between(fields, " result=", " ").Trim('"');
        if (result is not ("TempFail" or "PermFail" or "Expire" or "Expired" or "Loop")) return null;
        var relay = isOld ? LogText.Between(fields, ", relay=", ", ") : LogText.Between(fields, " relay=\"", "\"");
        if (relay.IsEmpty) relay = LogText.Between(fields, " relay=", " delay=");
        var host = LogEndpoint.Read(relay);
        var recipient = Path(fields, "to=<");
        var original = Path(fields, "rcpt=<");
        return new Refusal
        {
            Format = InputFormat.OpenSmtpd,
            Source = default,
            Kind = result is "TempFail" ? RefusalKind.Delayed : RefusalKind.Failed,
            Reply = LogText.ReplyOf(stat),
            Recipient = recipient,
            OriginalRecipient = original is "-" or "" || original == recipient ? null : original,
            Sender = Path(fields, "from=<"),
            RemoteMta = host.Name,
            RemoteAddress = host.Address,
            QueueId = LogText.OrNull(isOld ? LogText.Between(text[old..], "Fail for ", ":") : LogText.Between(fields, "evpid=", " ")),
        };
    }

    private static string? Path(ReadOnlySpan<char> fields, string key)
    {
        for (var from = 0; fields[from..].IndexOf(key) is var at and >= 0; from += at + key.Length)
            if (from + at == 0 || fields[from + at - 1] is ' ') return LogText.PathOf(fields[(from + at)..]);
        return null;
    }
}
