using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Postfix;

/// <summary>
/// The text of a delivery: what the remote server said, why there was no conversation, or Postfix's own words.
/// </summary>
internal static class PostfixRemoteText
{
    private static ReadOnlySpan<byte> Suspended => "delivery temporarily suspended: "u8;

    private static ReadOnlySpan<byte> SaslFailed => "SASL authentication failed"u8;

    private static ReadOnlySpan<byte> InReplyTo => " (in reply to "u8;

    /// <summary>True for a message body that tells what a server said, though it names no recipient.</summary>
    public static bool IsRemote(ReadOnlySpan<byte> body) =>
        (body.StartsWith("host "u8) && (body.IndexOf("] said: "u8) > 0 || body.IndexOf("] refused to talk to me: "u8) > 0))
        || body.StartsWith(SaslFailed);

    public static PostfixAnswer Read(ReadOnlySpan<byte> text, bool isPipe, int textLength)
    {
        string? explanation = null;
        if (text.StartsWith(Suspended))
        {
            text = text[Suspended.Length..];
            explanation = "delivery temporarily suspended";
        }

        var auth = AuthState.Unknown;
        var quoting = text;
        if (text.StartsWith(SaslFailed))
        {
            auth = AuthState.Failed;
            explanation = "SASL authentication failed";
            if (text.IndexOf(" server "u8) is var server and > 0) quoting = text[(server + 8)..];
        }
        else if (text.StartsWith("host "u8))
        {
            quoting = text[5..];
        }

        if (quoting.Length != text.Length && PostfixRemote.TryRead(quoting, out var remote, out var length))
        {
            var said = quoting[length..];
            var after = said.StartsWith(" said: "u8) ? 7 : said.StartsWith(" refused to talk to me: "u8) ? 24 : 0;
            if (after > 0)
            {
                var reply = Quoted(said[after..], textLength, out var phase);
                if (after > 7 && phase == SmtpPhase.Unknown) phase = SmtpPhase.Connect;
                if (auth == AuthState.Failed) phase = SmtpPhase.Auth;
                return new PostfixAnswer(remote, reply, phase) { Explanation = explanation, Auth = auth };
            }

            return new PostfixAnswer(remote, Own(text, isPipe, textLength), auth == AuthState.Failed ? SmtpPhase.Auth : Stage(text))
            { Explanation = explanation, Auth = auth };
        }

        return new PostfixAnswer(Peer(text), Own(text, isPipe, textLength), auth == AuthState.Failed ? SmtpPhase.Auth : Stage(text))
        { Explanation = explanation, Auth = auth };
    }

    /// <summary>A quoted reply without <c>(in reply to CMD command)</c>, which may have been cut off.</summary>
    private static Reply Quoted(ReadOnlySpan<byte> reply, int textLength, out SmtpPhase phase)
    {
        phase = SmtpPhase.Unknown;
        if (reply.LastIndexOf(InReplyTo) is var at and >= 0)
        {
            var command = reply[(at + InReplyTo.Length)..];
            phase = PostfixPhases.OfCommand(command);
            reply = reply[..at];
        }

        return Reply.Parse(Utf8.Text(reply, textLength));
    }

    /// <summary>Postfix's own words are no reply; a command's output behind pipe may hold one.</summary>
    private static Reply Own(ReadOnlySpan<byte> text, bool isPipe, int textLength) =>
        isPipe ? Reply.Parse(Utf8.Text(text, textLength)) : new Reply(null, null, Utf8.Text(text, textLength));

    /// <summary>The peer that Postfix's own words name.</summary>
    private static PostfixRemote Peer(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("connect to "u8)) text = text[11..];
        else if (text.StartsWith("lost connection with "u8)) text = text[21..];
        else if (text.StartsWith("conversation with "u8)) text = text[18..];
        else if (text.IndexOf(" by host "u8) is var by and >= 0) text = text[(by + 9)..];
        else if (text.IndexOf(" host "u8) is var host and >= 0 && text.StartsWith("TLS "u8)) text = text[(host + 6)..];
        else return default;
        return PostfixRemote.TryRead(text, out var remote, out _) ? remote : default;
    }

    private static SmtpPhase Stage(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("connect to "u8)) return SmtpPhase.Connect;
        if (text.StartsWith("TLS is required"u8) || text.StartsWith("Cannot start TLS"u8) || text.StartsWith("Server certificate"u8))
            return SmtpPhase.StartTls;
        if (!text.StartsWith("lost connection with "u8) && !text.StartsWith("conversation with "u8)) return SmtpPhase.Unknown;
        return text.LastIndexOf(" while "u8) is var at and > 0 ? PostfixPhases.OfActivity(text[(at + 7)..]) : SmtpPhase.Unknown;
    }
}
