using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Exim;

/// <summary>
/// What Exim itself refused: <c>H=… F=… [temporarily ]rejected RCPT &lt;r&gt;: text</c> and its other forms. Exim logs its reasons,
/// not its replies, so there is a code only where the administrator's text has one. Since 4.77 the login stands in <c>A=</c>
/// beside the sender in <c>F=</c>: where <c>F=</c> is there and <c>A=</c> is not, nobody was logged in.
/// </summary>
internal static class EximRejection
{
    public static Refusal? Read(string line)
    {
        var authenticator = line.IndexOf(" authenticator failed for ", StringComparison.Ordinal);
        if (authenticator > 0 && !line.AsSpan(0, authenticator).Contains(' ')) return Authenticator(line.AsSpan(authenticator + 26));
        if (line.StartsWith("rejected ", StringComparison.Ordinal) && FromHost(line) is { } early) return early;
        if (Unprefixed(line) is { } odd) return odd;
        var fields = EximFields.Read(line, skipsWords: false);
        var text = fields.Rest;
        if (fields.IsText || text.IsEmpty) return null;
        var isTemporary = text.StartsWith("temporarily ");
        if (isTemporary) text = text["temporarily ".Length..];
        if (!text.StartsWith("rejected ")) return null;
        var what = EximWhat.Read(text["rejected ".Length..]);
        return Of(fields) with
        {
            Kind = isTemporary ? RefusalKind.Delayed : RefusalKind.Failed,
            Reply = LogText.ReplyOf(EximText.Unescape(what.Text)),
            Phase = what.Phase,
            Recipient = what.Recipient,
            Sender = what.Sender ?? fields.Sender,
        };
    }

    /// <summary><c>login authenticator failed for name (helo) [ip]:port: 535 text (set_id=login)</c>.</summary>
    private static Refusal Authenticator(ReadOnlySpan<char> text)
    {
        var fields = new EximFields();
        var rest = text[fields.TakeHost(text)..];
        var more = EximFields.Read(rest, skipsWords: true);
        rest = more.IsText ? more.Rest : rest.TrimStart(": ");
        string? login = null;
        var setId = rest.LastIndexOf("(set_id=");
        if (setId >= 0)
        {
            var value = rest[(setId + 8)..];
            var close = value.LastIndexOf(')');
            login = LogText.OrNull(close < 0 ? value : value[..close]);
            rest = close < 0 || close + 1 == value.Length ? rest[..setId].TrimEnd(' ') : rest;
        }

        var reply = LogText.ReplyOf(EximText.Unescape(rest));
        return Of(fields) with { Kind = LogText.KindOf(reply), Reply = reply, Phase = SmtpPhase.Auth, Login = login, Auth = AuthState.Failed };
    }

    /// <summary><c>rejected EHLO from H=…: syntactically invalid argument(s): …</c>, <c>rejected from &lt;s&gt; H=…: message too big: …</c>.</summary>
    private static Refusal? FromHost(string line)
    {
        var text = line.AsSpan("rejected ".Length);
        var from = text.StartsWith("from ") ? 0 : text.IndexOf(" from ") + 1;
        if (from == 0 && !text.StartsWith("from ")) return null;
        if (from > 0 && text[..from].IndexOfAny('<', '=') >= 0) return null;
        var phase = from == 0 ? SmtpPhase.EndOfData : LogPhase.Of(text);
        text = text[(from + 5)..];
        string? sender = null;
        if (text.StartsWith('<') && LogText.PathEnd(text) is var end and > 0)
        {
            sender = LogText.Bare(text[..(end + 1)]);
            text = text[(end + 1)..].TrimStart(' ');
        }

        return Host(text, phase, out var rest) with { Sender = sender, Reply = LogText.ReplyOf(EximText.Unescape(rest)) };
    }

    private static Refusal? Unprefixed(string line)
    {
        if (line.StartsWith("unqualified ", StringComparison.Ordinal))
        {
            var open = line.IndexOf("rejected: <", StringComparison.Ordinal);
            if (open < 0) return null;
            var text = line.AsSpan(open + 10);
            var end = LogText.PathEnd(text);
            if (end < 0) return null;
            var address = LogText.Bare(text[..(end + 1)]);
            var isRecipient = line.StartsWith("unqualified recipient", StringComparison.Ordinal);
            return Host(text[(end + 1)..].TrimStart(' '), isRecipient ? SmtpPhase.Rcpt : SmtpPhase.Mail, out _) with
            {
                Reply = LogText.ReplyOf(line.AsSpan(0, open + 8)),
                Recipient = isRecipient ? address : null,
                Sender = isRecipient ? null : address,
            };
        }

        if (line.StartsWith("SMTP protocol synchronization error", StringComparison.Ordinal))
        {
            var rejected = line.IndexOf("): rejected ", StringComparison.Ordinal);
            var host = rejected < 0 ? -1 : line.IndexOf("H=", rejected, StringComparison.Ordinal);
            if (host < 0) return null;
            var phase = line.AsSpan(rejected + 12).StartsWith("connection") ? SmtpPhase.Connect : LogPhase.Of(line.AsSpan(rejected + 12).TrimStart('"'));
            return Host(line.AsSpan(host), phase, out _) with { Reply = LogText.ReplyOf(line.AsSpan(0, rejected + 1)) };
        }

        if (line.StartsWith("refused connection from ", StringComparison.Ordinal))
            return Host(line.AsSpan(24), SmtpPhase.Connect, out var why) with { Reply = LogText.ReplyOf(why.Trim("() ")) };
        if (!line.StartsWith("Connection from ", StringComparison.Ordinal)) return null;
        var refused = line.IndexOf(" refused: ", StringComparison.Ordinal);
        if (refused < 0) return null;
        return Host(line.AsSpan(16), SmtpPhase.Connect, out _) with { Kind = RefusalKind.Delayed, Reply = LogText.ReplyOf(line.AsSpan(refused + 10)) };
    }

    private static Refusal Host(ReadOnlySpan<char> text, SmtpPhase phase, out ReadOnlySpan<char> rest)
    {
        var fields = new EximFields();
        if (text.StartsWith("H=")) text = text[2..];
        rest = text[fields.TakeHost(text)..];
        var more = EximFields.Read(rest, skipsWords: false);
        rest = more.Rest;
        return Of(fields) with { Phase = phase };
    }

    private static Refusal Of(in EximFields fields) => new()
    {
        Format = InputFormat.Exim,
        Source = default,
        RefusedByReporter = true,
        Sender = fields.Sender,
        ClientAddress = fields.Address,
        ClientName = fields.HostName,
        Helo = fields.Helo,
        Login = fields.Login,
        Auth = fields.Authenticator is not null ? AuthState.Used
            : fields.Sender is not null && fields.Address is not null ? AuthState.NotUsed : AuthState.Unknown,
    };
}
