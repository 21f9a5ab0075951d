using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Qmail;

/// <summary>What stands before qmail and refuses: rblsmtpd, chkuser, spamdyke, SPAMCONTROL. qmail-smtpd itself logs nothing.</summary>
internal static class QmailSmtpd
{
    public static Refusal? Read(ReadOnlySpan<byte> line)
    {
        int at;
        if ((at = line.IndexOf("CHKUSER "u8)) >= 0) return Chkuser(LogText.Decode(line[(at + 8)..]));
        if ((at = line.IndexOf("DENIED_"u8)) >= 0 && line.IndexOf(" origin_ip: "u8) > at) return Spamdyke(LogText.Decode(line[at..]));
        if ((at = line.IndexOf("rblsmtpd: "u8)) >= 0) return Rbl(LogText.Decode(line[(at + 10)..]));
        return (at = line.IndexOf("Reject::"u8)) >= 0 ? SpamControl(LogText.Decode(line[at..])) : null;
    }

    /// <summary><c>rejected rcpt: from &lt;sender:user:ident&gt; remote &lt;helo:name:ip&gt; rcpt &lt;r&gt; : not existing recipient</c>.</summary>
    private static Refusal? Chkuser(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("rejected ") && !text.StartsWith("mbx overquota") && !text.StartsWith("must auth") && !text.StartsWith("no auth resource")) return null;
        var colon = text.IndexOf(": from <");
        if (colon < 0) return null;
        var what = text[..colon];
        var from = LogText.PathOf(text[(colon + 7)..]) ?? "";
        var remoteAt = text.IndexOf("> remote <");
        var remote = remoteAt < 0 ? "" : LogText.PathOf(text[(remoteAt + 9)..]) ?? "";
        var rcptAt = text.IndexOf("> rcpt <");
        var recipient = rcptAt < 0 ? null : LogText.PathOf(text[(rcptAt + 7)..]);
        var words = text.LastIndexOf("> : ");
        var second = from.LastIndexOf(':');
        var first = second <= 0 ? -1 : from.LastIndexOf(':', second - 1);
        var login = first < 0 ? null : from[(first + 1)..second];
        var parts = remote.Split(':', 3);
        var isLogin = login?.Contains('@') == true;
        return new Refusal
        {
            Format = InputFormat.Qmail,
            Source = default,
            Reply = LogText.ReplyOf(words < 0 ? what : text[(words + 4)..]),
            Explanation = LogText.OrNull(what),
            Kind = what is "mbx overquota" or "no auth resource" || text.Contains("temporary", StringComparison.Ordinal) ? RefusalKind.Delayed : RefusalKind.Failed,
            Phase = what is "rejected sender" ? SmtpPhase.Mail : SmtpPhase.Rcpt,
            Recipient = LogText.OrNull(recipient),
            Sender = first < 0 ? LogText.OrNull(from) : from[..first],
            RefusedByReporter = true,
            Helo = LogText.OrNull(parts[0]),
            ClientName = parts.Length > 1 ? LogEndpoint.Read(parts[1]).Name : null,
            ClientAddress = parts.Length > 2 ? LogEndpoint.AddressOf(parts[2].AsSpan().Trim("[]")) : null,
            Login = isLogin ? login : null,
            Auth = isLogin ? AuthState.Used : AuthState.Unknown,
        };
    }

    /// <summary><c>DENIED_RDNS_MISSING from: s to: r origin_ip: ip origin_rdns: name auth: user encryption: … reason: …</c>.</summary>
    private static Refusal Spamdyke(ReadOnlySpan<char> text)
    {
        var blank = text.IndexOf(' ');
        var what = text[..blank];
        var login = Known(LogText.Between(text, " auth: ", " "));
        var sender = LogText.Between(text, " from: ", " to: ");
        return new Refusal
        {
            Format = InputFormat.Qmail,
            Source = default,
            Software = "spamdyke",
            Kind = what is "DENIED_GRAYLISTED" ? RefusalKind.Delayed : RefusalKind.Failed,
            Reply = Known(LogText.Between(text, " reason: ", "\n")) is { } reason ? LogText.ReplyOf(reason) : Reply.Empty,
            Explanation = LogText.Cut(what),
            Sender = sender is "(unknown)" ? null : LogText.Bare(sender),
            Recipient = Known(LogText.Between(text, " to: ", " origin_ip: ")),
            RefusedByReporter = true,
            ClientAddress = LogEndpoint.AddressOf(LogText.Between(text, " origin_ip: ", " ")),
            ClientName = Known(LogText.Between(text, " origin_rdns: ", " ")),
            Login = login,
            Auth = login is null ? AuthState.Unknown : AuthState.Used,
        };
    }

    /// <summary><c>192.0.2.1 pid 1234: 451 text</c>.</summary>
    private static Refusal? Rbl(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(": ");
        var blank = text.IndexOf(' ');
        if (colon < 0 || blank < 0 || !text[blank..].StartsWith(" pid ")) return null;
        var reply = LogText.ReplyOf(text[(colon + 2)..]);
        return new Refusal
        {
            Format = InputFormat.Qmail,
            Source = default,
            Kind = LogText.KindOf(reply),
            Reply = reply,
            RefusedByReporter = true,
            ClientAddress = LogEndpoint.AddressOf(text[..blank]),
        };
    }

    /// <summary><c>Reject::ORIG::Invalid_Relay S:ip:name P:ESMTP H:helo F:s T:r</c>.</summary>
    private static Refusal SpamControl(ReadOnlySpan<char> text)
    {
        var what = text.IndexOf(' ') is var end and > 0 ? text[..end] : text;
        var host = LogText.Between(text, " S:", " ");
        var colon = host.IndexOf(':');
        return new Refusal
        {
            Format = InputFormat.Qmail,
            Source = default,
            Explanation = LogText.Cut(what),
            Phase = what.StartsWith("Reject::RCPT") || what.EndsWith("Invalid_Relay") ? SmtpPhase.Rcpt
                : what.StartsWith("Reject::SNDR") ? SmtpPhase.Mail : what.StartsWith("Reject::DATA") ? SmtpPhase.EndOfData
                : what.StartsWith("Reject::AUTH") ? SmtpPhase.Auth : SmtpPhase.Unknown,
            Recipient = LogText.BareOrNull(LogText.Between(text, " T:", " ")),
            Sender = text.IndexOf(" F:") < 0 ? null : LogText.Bare(LogText.Between(text, " F:", " ")),
            Helo = LogText.OrNull(LogText.Between(text, " H:", " ")),
            RefusedByReporter = true,
            ClientAddress = LogEndpoint.AddressOf(colon < 0 ? host : host[..colon]),
            ClientName = colon < 0 ? null : LogEndpoint.Read(host[(colon + 1)..]).Name,
        };
    }

    private static string? Known(ReadOnlySpan<char> value) =>
        value is "(unknown)" or "(empty)" or "(none)" ? null : LogText.OrNull(value);
}
