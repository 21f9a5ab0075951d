using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Postfix;

/// <summary>
/// What smtpd, cleanup and postscreen refused: <c>ACTION: STAGE from H[IP]: REPLY;[ from=&lt;s&gt;][ to=&lt;r&gt;][ proto=P][ helo=&lt;h&gt;]…</c>
/// with ACTION <c>reject</c>, <c>milter-reject</c> or <c>proxy-reject</c>, and header_checks' and body_checks'
/// <c>reject: header NAME: … from H[IP]; FIELDS: TEXT</c>.
/// </summary>
internal static class PostfixReject
{
    /// <summary>True where the action refuses.</summary>
    public static bool Has(ReadOnlySpan<byte> body) => ActionLength(body) > 0;

    /// <summary>True for the actions that refuse nothing.</summary>
    public static bool IsOtherAction(ReadOnlySpan<byte> body)
    {
        var end = body[..Math.Min(body.Length, 32)].IndexOf(": "u8);
        if (end <= 0) return false;
        var action = body[..end];
        if (action.StartsWith("milter-"u8) || action.StartsWith("proxy-"u8)) return true;
        return action.SequenceEqual("reject_warning"u8) || action.SequenceEqual("hold"u8) || action.SequenceEqual("discard"u8)
            || action.SequenceEqual("filter"u8) || action.SequenceEqual("redirect"u8) || action.SequenceEqual("warn"u8)
            || action.SequenceEqual("bcc"u8) || action.SequenceEqual("prepend"u8) || action.SequenceEqual("replace"u8)
            || action.SequenceEqual("info"u8) || action.SequenceEqual("trigger"u8) || action.SequenceEqual("permit"u8)
            || action.SequenceEqual("delay"u8) || action.SequenceEqual("strip"u8) || action.SequenceEqual("pass"u8);
    }

    public static PostfixEvent Read(in PostfixLine line, int textLength)
    {
        var rest = line.Body[ActionLength(line.Body)..];
        var stage = rest[..Math.Max(0, rest.IndexOfAny((byte)' ', (byte)':'))];
        if (stage.IsEmpty) return PostfixEvent.NotUnderstood;
        return char.IsAsciiLetterLower((char)stage[0])
            ? ReadContentCheck(rest, textLength)
            : ReadStage(line, rest, stage, textLength);
    }

    private static PostfixEvent ReadStage(in PostfixLine line, ReadOnlySpan<byte> rest, ReadOnlySpan<byte> stage, int textLength)
    {
        rest = rest[stage.Length..];
        PostfixRemote client = default;
        if (rest.StartsWith(" from "u8) && PostfixRemote.TryRead(rest[6..], out client, out var length)) rest = rest[(6 + length)..];
        if (rest.StartsWith(": "u8)) rest = rest[2..];
        else return PostfixEvent.NotUnderstood;
        var fields = PostfixSessionFields.AtEnd(rest);
        var reply = Reply.Parse(Utf8.Text(rest[..fields.ReplyLength].TrimEnd("; "u8), textLength));
        // cleanup does not log the login; the others do.
        var tellsLogin = !line.Daemon.SequenceEqual("cleanup"u8) && !line.Daemon.IsEmpty;
        return Refused(reply, KindOf(reply), PostfixPhases.OfStage(stage), client, fields, tellsLogin, textLength);
    }

    /// <summary><c>header Subject: … from H[IP]; from=… helo=&lt;h&gt;: TEXT</c>: found from the end, as the header is the sender's.</summary>
    private static PostfixEvent ReadContentCheck(ReadOnlySpan<byte> rest, int textLength)
    {
        var fields = PostfixSessionFields.BeforeText(rest, out var text);
        if (text.IsEmpty) return PostfixEvent.NotUnderstood;
        PostfixRemote client = default;
        if (rest[..fields.ReplyLength].LastIndexOf(" from "u8) is var from and >= 0) PostfixRemote.TryRead(rest[(from + 6)..], out client, out _);
        var reply = Reply.Parse(Utf8.Text(text, textLength));
        return Refused(reply, KindOf(reply), SmtpPhase.EndOfData, client, fields, tellsLogin: false, textLength);
    }

    private static PostfixEvent Refused(
        Reply reply, RefusalKind kind, SmtpPhase phase, PostfixRemote client, PostfixSessionFields fields, bool tellsLogin, int textLength) =>
        new(PostfixEventKind.Refusal, new Refusal
        {
            Format = InputFormat.Postfix,
            Source = default,
            Software = "postfix",
            Kind = kind,
            Reply = reply,
            Phase = phase,
            RefusedByReporter = true,
            Sender = fields.HasSender ? Utf8.Text(fields.Sender, textLength) : null,
            Recipient = Utf8.TextOrNull(fields.Recipient, textLength),
            Helo = Utf8.TextOrNull(fields.Helo, textLength),
            Login = Utf8.TextOrNull(fields.Login, textLength),
            Auth = fields.IsAuthenticated ? AuthState.Used : tellsLogin && fields.IsPresent ? AuthState.NotUsed : AuthState.Unknown,
            ClientName = Utf8.TextOrNull(client.Host, textLength),
            ClientAddress = Utf8.TextOrNull(client.Address, textLength),
        });

    /// <summary>By the reply; postscreen's texts without a code stand for 421.</summary>
    private static RefusalKind KindOf(Reply reply) =>
        reply.IsPermanent ?? !(reply.Text.StartsWith("too many ", StringComparison.Ordinal) || reply.Text.StartsWith("all ", StringComparison.Ordinal))
            ? RefusalKind.Failed
            : RefusalKind.Delayed;

    private static int ActionLength(ReadOnlySpan<byte> body) =>
        body.StartsWith("reject: "u8) ? 8
        : body.StartsWith("milter-reject: "u8) ? 15
        : body.StartsWith("proxy-reject: "u8) ? 14 : 0;
}
