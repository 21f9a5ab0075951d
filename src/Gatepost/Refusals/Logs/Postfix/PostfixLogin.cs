using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Postfix;

/// <summary>smtpd's <c>warning: H[IP]: SASL MECH authentication failed: TEXT[, sasl_username=LOGIN]</c>.</summary>
internal static class PostfixLogin
{
    private static ReadOnlySpan<byte> Failed => " authentication failed"u8;

    private static ReadOnlySpan<byte> UserName => ", sasl_username="u8;

    public static bool Has(ReadOnlySpan<byte> body) =>
        body.StartsWith("warning: "u8) && PostfixRemote.TryRead(body[9..], out _, out var length)
        && body[(9 + length)..].StartsWith(": SASL "u8) && body[(9 + length)..].IndexOf(Failed) > 0;

    public static PostfixEvent Read(ReadOnlySpan<byte> body, int textLength)
    {
        PostfixRemote.TryRead(body[9..], out var client, out var length);
        var text = body[(9 + length + 2)..];
        ReadOnlySpan<byte> login = default;
        if (text.LastIndexOf(UserName) is var at and > 0)
        {
            login = text[(at + UserName.Length)..];
            text = text[..at];
        }

        var reason = text[(text.IndexOf(Failed) + Failed.Length)..];
        // Where the authentication server is out of order, smtpd answers 454.
        var isTemporary = reason.StartsWith(": Connection lost"u8) || reason.IndexOf("emporary"u8) >= 0;
        return new PostfixEvent(PostfixEventKind.Refusal, new Refusal
        {
            Format = InputFormat.Postfix,
            Source = default,
            Software = "postfix",
            Kind = isTemporary ? RefusalKind.Delayed : RefusalKind.Failed,
            Reply = new Reply(null, null, Utf8.Text(text, textLength)),
            Phase = SmtpPhase.Auth,
            RefusedByReporter = true,
            ClientName = Utf8.TextOrNull(client.Host, textLength),
            ClientAddress = Utf8.TextOrNull(client.Address, textLength),
            Login = Utf8.TextOrNull(login, textLength),
            Auth = AuthState.Failed,
        });
    }
}
