using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Courier;

/// <summary>What courieresmtpd refused: <c>error,relay=ip[,port=n][,ident=…][,from=&lt;s&gt;][,to=&lt;r&gt;]: 513 …</c>, or with <c>msg="535 …",cmd: AUTH …</c>.</summary>
internal static class CourierRejection
{
    public static Refusal? Read(ReadOnlySpan<char> text)
    {
        var relay = LogText.Between(text, "relay=", ",");
        if (relay.IndexOf(": ") is var blank and >= 0) relay = relay[..blank];
        var from = Path(text, ",from=<", out var fromEnd);
        var to = Path(text, ",to=<", out var toEnd);
        var rest = text[Math.Max(fromEnd, toEnd)..];
        var message = text.IndexOf(",msg=\"");
        string? command = null;
        if (message >= 0)
        {
            rest = text[(message + 6)..];
            var close = rest.LastIndexOf("\",cmd: ");
            command = close < 0 ? null : LogText.CommandOf(rest[(close + 7)..]);
            rest = close < 0 ? rest.TrimEnd('"') : rest[..close];
        }
        else
        {
            var colon = rest.IndexOf(": ");
            rest = colon < 0 ? default : rest[(colon + 2)..];
        }

        if (rest.IsEmpty) return null;
        var reply = LogText.ReplyOf(rest);
        var phase = command is not null ? LogPhase.Of(command) : to is not null ? SmtpPhase.Rcpt : from is not null ? SmtpPhase.Mail : SmtpPhase.Unknown;
        return new Refusal
        {
            Format = InputFormat.Courier,
            Source = default,
            Kind = LogText.KindOf(reply),
            Reply = reply,
            Phase = phase,
            Command = command,
            Recipient = LogText.OrNull(to),
            Sender = from,
            RefusedByReporter = true,
            ClientAddress = LogEndpoint.AddressOf(relay.Trim("[]")),
            Auth = phase == SmtpPhase.Auth ? AuthState.Failed : AuthState.Unknown,
        };
    }

    /// <summary><c>LOGIN FAILED, method=PLAIN, ip=[::ffff:192.0.2.1]</c>, as courieresmtpd logs it.</summary>
    public static Refusal Login(ReadOnlySpan<char> text) => new()
    {
        Format = InputFormat.Courier,
        Source = default,
        Phase = SmtpPhase.Auth,
        Reply = new Reply(null, null, "LOGIN FAILED"),
        RefusedByReporter = true,
        ClientAddress = LogEndpoint.AddressOf(LogText.Between(text, "ip=[", "]")),
        Login = LogText.OrNull(LogText.Between(text, "user=", ",")),
        Auth = AuthState.Failed,
    };

    private static string? Path(ReadOnlySpan<char> text, string key, out int end)
    {
        end = 0;
        var at = text.IndexOf(key);
        if (at < 0) return null;
        var open = at + key.Length - 1;
        var close = LogText.PathEnd(text[open..]);
        if (close < 0) return null;
        end = open + close + 1;
        return LogText.Bare(text[open..end]);
    }
}
