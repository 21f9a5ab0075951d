using System.Runtime.CompilerServices;
using Gatepost.Smtp;

namespace Gatepost.Relay;

/// <summary>
/// A reply that a rule gives. The text may hold <c>{recipient}</c>, <c>{sender}</c>, <c>{client}</c> (name and address as the server
/// writes them), <c>{address}</c>, <c>{name}</c>, <c>{reverse-name}</c> (as PTR gives it, verified or not), <c>{helo}</c>, <c>{login}</c>, <c>{certificate}</c> (the client's, by its subject), <c>{domain}</c> (the recipient's), <c>{sender-domain}</c>.
/// </summary>
/// <param name="Code">400 to 599.</param>
/// <param name="Enhanced">The enhanced status code; null where the server gives none.</param>
/// <param name="Text">The text after the codes; null where it is not known, so that nobody compares it.</param>
public record ReplyText(int Code, EnhancedStatus? Enhanced, string? Text)
{
    /// <summary>True for 4yz.</summary>
    public bool IsTemporary => Code is >= 400 and < 500;

    /// <summary>True for a 4yz that the server gives in place of a 5yz (Postfix: soft_bounce).</summary>
    public bool IsSoftened { get; init; }

    /// <summary>Makes a reply from <c>"550 5.7.1 text"</c>, a form that is known to be right.</summary>
    public static ReplyText Of(string reply)
    {
        var code = int.Parse(reply.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture);
        var rest = reply.Length > 4 ? reply[4..] : "";
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? rest : rest[..space];
        return EnhancedStatus.TryParse(first, out var enhanced)
            ? new ReplyText(code, enhanced, space < 0 ? "" : rest[(space + 1)..])
            : new ReplyText(code, null, rest);
    }

    /// <summary>The reply to one session: the places in the text filled in. Values may be hostile.</summary>
    internal virtual Reply Fill(Session session)
    {
        if (Text is null) return new Reply(Code, Enhanced, "");
        if (!Text.Contains('{', StringComparison.Ordinal)) return new Reply(Code, Enhanced, Text);
        var filled = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[256]);
        for (var i = 0; i < Text.Length;)
        {
            var open = Text.IndexOf('{', i);
            var close = open < 0 ? -1 : Text.IndexOf('}', open);
            var value = close < 0 ? null : Value(Text.AsSpan(open + 1, close - open - 1), session);
            if (value is null)
            {
                var end = open < 0 ? Text.Length : open + 1;
                filled.AppendFormatted(Text.AsSpan(i, end - i));
                i = end;
                continue;
            }

            filled.AppendFormatted(Text.AsSpan(i, open - i));
            filled.AppendLiteral(value);
            i = close + 1;
        }

        return new Reply(Code, Enhanced, filled.ToStringAndClear());
    }

    private static string? Value(ReadOnlySpan<char> place, Session session) => place switch
    {
        "recipient" => session.Recipient.Written,
        "sender" => session.Sender.Written,
        "domain" => session.Recipient.Domain,
        "sender-domain" => session.Sender.Domain,
        "address" => session.Client.ToString(),
        "name" => session.Attempt.Name is { Status: NameStatus.Verified, Name: { } name } ? name : "unknown",
        "certificate" => session.Attempt.Tls?.Subject ?? "",
        "reverse-name" => session.Attempt.Name.Name ?? "unknown",
        "client" => (session.Attempt.Name is { Status: NameStatus.Verified, Name: { } name } ? name : "unknown") + $"[{session.Client}]",
        "helo" => session.Attempt.Helo ?? "",
        "login" => session.Attempt.Login?.User ?? "",
        _ => null,
    };
}
